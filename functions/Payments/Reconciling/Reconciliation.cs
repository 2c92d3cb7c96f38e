namespace PublicAdmin.Payments.Reconciling;

/// <summary>Why a line of a day is not settled on both sides alike.</summary>
public enum DifferenceKind
{
    /// <summary>Chỉ có ở hệ thống.</summary>
    OnlyOurs,

    /// <summary>Chỉ có ở nền tảng.</summary>
    OnlyTheirs,

    /// <summary>Lệch số tiền.</summary>
    AmountDiffers,

    /// <summary>Một yêu cầu, nhiều giao dịch.</summary>
    PaidTwice,
}

/// <param name="Ours">Đồng booked; null for nothing.</param>
/// <param name="Theirs">Đồng in the file; null for nothing.</param>
/// <param name="Repaired">It was money the platform had not told of; it is booked now.</param>
/// <param name="Explained">What an administrator found out about it; null while it is open.</param>
/// <param name="Refund">Of money that went back; the reference is the refund's own.</param>
public sealed record Difference(DifferenceKind Kind, string Reference, long? Ours, long? Theirs, bool Repaired = false, bool Refund = false,
    string? Explained = null);

/// <summary>Đối soát of one day.</summary>
/// <param name="Settled">Đồng that both sides name alike.</param>
public sealed record Reconciliation(DateOnly Day, DateTimeOffset At, int Matched, long Settled, IReadOnlyList<Difference> Differences);
