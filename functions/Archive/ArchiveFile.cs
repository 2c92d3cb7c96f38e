using PublicAdmin.Dossiers;

namespace PublicAdmin.Archive;

/// <summary>How far the hand-over of a dossier is.</summary>
public enum ArchiveStep
{
    /// <summary>Đến hạn hoặc chờ: nothing was made yet.</summary>
    Waiting,

    /// <summary>Đã lập gói.</summary>
    Prepared,

    /// <summary>Đã giao, chờ lưu trữ kiểm tra.</summary>
    Offered,

    /// <summary>Lưu trữ trả lại, with reasons; a new package may be made.</summary>
    Refused,

    /// <summary>Lưu trữ đã nhận.</summary>
    Accepted,

    /// <summary>Đang hủy: decided; nothing stops it any more.</summary>
    Erasing,

    /// <summary>Đã hủy ở đây: the archive's copies are the only ones.</summary>
    Erased,
}

/// <summary>A package as it lies in container archive.</summary>
/// <param name="Number">1 for the first; a refused one goes again as the next.</param>
/// <param name="Name">Of the blob.</param>
/// <param name="Sha256">Of the ZIP, hex.</param>
/// <param name="Files">In the payload.</param>
public sealed record ArchivePackage(int Number, string Name, string Sha256, long Bytes, int Files, DateTimeOffset MadeAt);

/// <summary>Giấy biên nhận of the archive for one of the two sets it keeps on independent media.</summary>
/// <param name="Number">The archive's.</param>
/// <param name="Set">1 or 2.</param>
public sealed record ArchiveReceipt(string Number, int Set, DateTimeOffset At, string By);

/// <summary>Giữ lại: a reason for which nothing of the dossier may be destroyed, whatever its term.</summary>
/// <param name="LiftedAt">Null while it holds.</param>
public sealed record ArchiveHold(string Reason, DateTimeOffset At, string By, DateTimeOffset? LiftedAt = null, string? LiftedBy = null);

/// <summary>Đề nghị hủy.</summary>
/// <param name="Ground">Number and date of the decision to destroy; no names.</param>
/// <param name="NoticeUntil">The first day on which it may be decided.</param>
/// <param name="DecidedAt">Null before.</param>
/// <param name="DecidedBy">Null before.</param>
public sealed record ErasureProposal(
    string Ground, DateTimeOffset At, string By, DateOnly NoticeUntil, DateTimeOffset? DecidedAt = null, string? DecidedBy = null);

/// <summary>What was done about the hand-over of a dossier.</summary>
/// <param name="Reasons">Why the archive sent the last package back.</param>
public sealed record ArchiveFile(
    DossierCode Code, ArchiveStep Step, ArchivePackage? Package, IReadOnlyList<ArchiveReceipt> Receipts, IReadOnlyList<ArchiveHold> Holds,
    string? Reasons = null, ErasureProposal? Erasure = null)
{
    public const int ReceiptsNeeded = 2;

    public bool IsHeld => Holds.Any(hold => hold.LiftedAt is null);

    public static ArchiveFile Of(DossierCode code) => new(code, ArchiveStep.Waiting, null, [], []);
}

/// <summary>What stands against ever destroying a dossier here; all must be gone before anybody may propose to erase it.</summary>
public enum KeepReason
{
    /// <summary>Nobody has said how long such dossiers are kept.</summary>
    TermUnknown,

    Permanent,

    TermRuns,

    Held,

    /// <summary>Fewer than two receipts of the archive.</summary>
    NotReceivedTwice,

    /// <summary>The result was revoked or replaced.</summary>
    ResultRevoked,

    /// <summary>The account is not closed.</summary>
    Unpaid,

    /// <summary>Còn phản ánh, kiến nghị về hồ sơ chờ trả lời.</summary>
    PetitionWaits,
}
