using System.Text.Json.Serialization;
using PublicAdmin.Dossiers;

namespace PublicAdmin.Payments.Orders;

/// <summary>Trạng thái của yêu cầu thanh toán.</summary>
public enum OrderState
{
    /// <summary>Khởi tạo: waits for the money.</summary>
    Open,

    /// <summary>Thành công: the platform says it has the money, and a receipt is booked.</summary>
    Paid,

    /// <summary>Thất bại, as the platform says.</summary>
    Failed,

    /// <summary>Hết hạn: nobody paid, as the platform says when asked.</summary>
    Expired,

    /// <summary>Đóng: a new one took its place.</summary>
    Closed,

    /// <summary>Nộp thừa: the money came when nothing was owed any more; it goes back.</summary>
    Excess,
}

/// <summary>What the platform says about money it has.</summary>
/// <param name="Amount">Đồng.</param>
/// <param name="Transaction">MaGiaoDich.</param>
/// <param name="At">ThoiGianGD.</param>
public sealed record PlatformPayment(long Amount, string Currency, string Transaction, string Bank, DateTimeOffset At);

/// <summary>Yêu cầu thanh toán: an amount of one dossier, frozen when it was made.</summary>
/// <param name="Reference">MaThamChieu, see <see cref="PaymentReference"/>.</param>
/// <param name="Office">The receiving office, whose account it is.</param>
/// <param name="Amount">Đồng.</param>
/// <param name="Payment">What the platform said; null while it has said nothing.</param>
/// <param name="Receipt">The number of the receipt booked for it.</param>
/// <param name="Asked">How often the platform was asked.</param>
/// <param name="Unbooked">Paid a second time, or of another amount: told by the platform, and booked nowhere.</param>
/// <param name="Reconciled">The day whose file showed the same amount: only then is success settled.</param>
public sealed record PaymentOrder(
    string Reference, DossierCode Code, string Office, string Procedure, long Amount, DateTimeOffset MadeAt, DateTimeOffset ExpiresAt, OrderState State,
    PlatformPayment? Payment = null, string? Receipt = null, int Asked = 0, DateOnly? Reconciled = null, IReadOnlyList<PlatformPayment>? Unbooked = null)
{
    /// <summary>What the platform holds for it and no account does: it has to go back.</summary>
    [JsonIgnore]
    public IEnumerable<PlatformPayment> Excess =>
        (Unbooked ?? []).Concat(State is OrderState.Excess && Payment is { } all ? [all] : Array.Empty<PlatformPayment>());

    /// <summary>How long a citizen may pay by it.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromHours(24);

    /// <summary>For so long after it ended the platform is still asked.</summary>
    public static readonly TimeSpan LastAsk = TimeSpan.FromDays(3);

    private static readonly TimeSpan FirstAsk = TimeSpan.FromMinutes(30);

    public bool IsSettled => State is OrderState.Paid or OrderState.Excess;

    /// <summary>Whether the platform has told of a payment before.</summary>
    public bool Knows(PlatformPayment payment) =>
        Payment?.Transaction == payment.Transaction || (Unbooked?.Any(one => one.Transaction == payment.Transaction) ?? false);

    /// <summary>30 minutes after it was made, then after pauses twice as long, at most 12 hours.</summary>
    public DateTimeOffset AskNextAfter(DateTimeOffset now) =>
        Asked is 0 ? MadeAt + FirstAsk : now + TimeSpan.FromMinutes(Math.Min(30 * Math.Pow(2, Asked), 12 * 60));
}
