using PublicAdmin.Payments.Gateway;
using PublicAdmin.Platform;

namespace PublicAdmin.Payments.Orders;

/// <summary>A payment order as the payer sees it.</summary>
/// <param name="Reference">MaThamChieu.</param>
/// <param name="Amount">Đồng, frozen.</param>
/// <param name="State">An open one whose time is over is expired here; money that comes late all the same still makes it paid.</param>
/// <param name="Page">Where to pay; absent when it is read later.</param>
/// <param name="Qr">What a QR code for a bank's app holds (EMV); absent where the platform gives none.</param>
/// <param name="QrImage">An SVG picture of <see cref="Qr"/>, else of <see cref="Page"/> for another telephone's camera.</param>
/// <param name="Receipt">The number of the receipt, once it is paid.</param>
public sealed record PaymentOrderView(
    string Reference, long Amount, OrderState State, DateTimeOffset ExpiresAt, string? Page = null, string? Qr = null, string? QrImage = null,
    string? Receipt = null)
{
    public static PaymentOrderView Of(PaymentOrder order, DateTimeOffset now, PaymentPage? page = null) => new(
        order.Reference, order.Amount, order.State is OrderState.Open && order.ExpiresAt <= now ? OrderState.Expired : order.State, order.ExpiresAt.Here(),
        page?.Address, page?.Qr, page is null ? null : QrPicture.Of(page.Qr ?? page.Address), order.Receipt);
}
