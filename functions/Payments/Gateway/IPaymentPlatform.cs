using PublicAdmin.Payments.Orders;

namespace PublicAdmin.Payments.Gateway;

/// <summary>Where a citizen pays.</summary>
/// <param name="Address">To be opened in a browser.</param>
/// <param name="Qr">What a QR code for a bank's app holds; null for none.</param>
public sealed record PaymentPage(string Address, string? Qr);

/// <summary>TrangThaiGD, as the platform answers when asked.</summary>
public enum PlatformState { Unknown, Pending, Failed, Paid }

/// <param name="Payment">With <see cref="PlatformState.Paid"/>.</param>
public sealed record PlatformAnswer(PlatformState State, PlatformPayment? Payment = null);

/// <summary>One line of the platform's file of a day.</summary>
/// <param name="Reference">Of the order; of the refund when money went back.</param>
public sealed record SettledLine(string Reference, PlatformPayment Payment, bool IsRefund = false);

/// <summary>Lệnh hoàn trả: money that goes back to the account it came from.</summary>
/// <param name="Reference">Its own, once for ever: asked for twice it is one refund.</param>
/// <param name="Order">The order it was paid by.</param>
/// <param name="Transaction">MaGiaoDich of the payment.</param>
/// <param name="Amount">Đồng.</param>
public sealed record RefundAsked(string Reference, string Order, string Transaction, long Amount);

/// <summary>Nền tảng thanh toán: it knows references and amounts, and nothing of people.</summary>
public interface IPaymentPlatform
{
    /// <summary>Registers an order; the same again is the same page.</summary>
    /// <returns>Null when nobody can pay online here.</returns>
    /// <exception cref="HttpRequestException">Out of reach; try again later.</exception>
    Task<PaymentPage?> OpenAsync(PaymentOrder order, CancellationToken ct);

    /// <exception cref="HttpRequestException">Out of reach; ask again later.</exception>
    Task<PlatformAnswer> AskAsync(string reference, CancellationToken ct);

    /// <summary>Orders a refund; the same again is the same refund.</summary>
    /// <exception cref="HttpRequestException">Out of reach; whether it was heard is not known.</exception>
    Task<PlatformAnswer> RefundAsync(RefundAsked refund, CancellationToken ct);

    /// <summary>The file of a day: every payment it settled, and every refund.</summary>
    /// <returns>Null when the file is not there yet.</returns>
    /// <exception cref="HttpRequestException">Out of reach; ask again later.</exception>
    Task<IReadOnlyList<SettledLine>?> DayAsync(DateOnly day, CancellationToken ct);
}

/// <summary>No platform is set up: what is owed is paid at the desk.</summary>
public sealed class NoPlatform : IPaymentPlatform
{
    public Task<PaymentPage?> OpenAsync(PaymentOrder order, CancellationToken ct) => Task.FromResult<PaymentPage?>(null);

    public Task<PlatformAnswer> AskAsync(string reference, CancellationToken ct) => Task.FromResult(new PlatformAnswer(PlatformState.Unknown));

    public Task<PlatformAnswer> RefundAsync(RefundAsked refund, CancellationToken ct) => Task.FromResult(new PlatformAnswer(PlatformState.Unknown));

    public Task<IReadOnlyList<SettledLine>?> DayAsync(DateOnly day, CancellationToken ct) => Task.FromResult<IReadOnlyList<SettledLine>?>(null);
}
