using PublicAdmin.Dossiers;
using PublicAdmin.Payments.Orders;
using PublicAdmin.Platform;

namespace PublicAdmin.Payments.Refunds;

/// <summary>Trạng thái hoàn trả.</summary>
public enum RefundState
{
    /// <summary>Đề nghị: waits for another person's decision.</summary>
    Asked,

    /// <summary>Không duyệt: may be asked for anew.</summary>
    Refused,

    /// <summary>Đã duyệt, đã lệnh cho nền tảng: what came of it is not known yet.</summary>
    Ordered,

    /// <summary>Đã hoàn, as the platform says.</summary>
    PaidBack,

    /// <summary>Thất bại, as the platform says: may be asked for anew.</summary>
    Failed,
}

/// <summary>Hoàn trả of one payment through the platform, to the account it came from.</summary>
/// <param name="Reference">Its own reference at the platform.</param>
/// <param name="Order">The order the money was paid by.</param>
/// <param name="Transaction">The platform's own of the payment.</param>
/// <param name="Amount">Đồng.</param>
/// <param name="AskedBy">Directory id.</param>
/// <param name="DecidedBy">Directory id of another person.</param>
/// <param name="Answer">Why it was refused.</param>
/// <param name="Payment">What the platform said of the money going back.</param>
/// <param name="Reconciled">The day whose file showed the same.</param>
public sealed record Refund(
    string Reference, string Order, string Transaction, DossierCode Code, string Office, long Amount, string Reason, string AskedBy, DateTimeOffset AskedAt,
    RefundState State, string? DecidedBy = null, DateTimeOffset? DecidedAt = null, string? Answer = null, PlatformPayment? Payment = null,
    DateOnly? Reconciled = null)
{
    /// <summary>Whether the money is spoken for.</summary>
    internal bool Counts => State is RefundState.Asked or RefundState.Ordered or RefundState.PaidBack;

    /// <summary>It with its times as they are told, where the offices are.</summary>
    internal Refund Shown() => this with
    {
        AskedAt = AskedAt.Here(),
        DecidedAt = DecidedAt?.Here(),
        Payment = Payment is null ? null : Payment with { At = Payment.At.Here() },
    };
}

/// <param name="Tag">Null for a new one.</param>
public sealed record StoredRefund(Refund Refund, string? Tag);
