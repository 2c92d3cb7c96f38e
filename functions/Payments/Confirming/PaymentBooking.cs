using PublicAdmin.Dossiers;
using PublicAdmin.Dossiers.Rows;
using PublicAdmin.Payments.Cash;
using PublicAdmin.Payments.Orders;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Storage;

namespace PublicAdmin.Payments.Confirming;

/// <summary>
/// Books money the platform has: a receipt of the office's book and the dossier's account, once for each order whoever tells of it and however often,
/// then the order. Each step asks first whether it is done, so that a death between two of them is mended by the next to tell.
/// </summary>
public sealed class PaymentBooking(DossierStore dossiers, ReceiptBook book, OrderStore orders, TimeProvider clock)
{
    /// <returns>The order as it is settled: paid, or excess when nothing is owed any more.</returns>
    /// <exception cref="StaleRowException">Somebody else settled it at the same moment: ask again.</exception>
    public async Task<PaymentOrder> BookAsync(StoredOrder stored, PlatformPayment payment, CancellationToken ct)
    {
        var receipt = await ReceiptAsync(stored.Order, payment, ct);
        var settled = stored.Order with { State = receipt is null ? OrderState.Excess : OrderState.Paid, Payment = payment, Receipt = receipt };
        await orders.SaveAsync(stored, settled, null, ct);
        return settled;
    }

    private async Task<string?> ReceiptAsync(PaymentOrder order, PlatformPayment payment, CancellationToken ct)
    {
        while (true)
        {
            var stored = await dossiers.FindAsync(order.Code, ct) ?? throw new InvalidOperationException($"{order.Code} has an order and is gone.");
            if (stored.Dossier.Fees.Receipts.FirstOrDefault(receipt => receipt.Reference == order.Reference) is { } booked)
            {
                return booked.Number;
            }

            var stamp = Stamp.System(clock.Instant());
            if (stored.Dossier.RecordFee(payment.Amount, order.Reference, stamp).Refusal is not null)
            {
                return null;
            }

            var line = await book.KeepAsync(
                new ReceiptAsked(order.Office, order.Code, order.Reference, payment.Amount, PaymentWay.Online, stamp.By, stamp.At), ct);
            var decision = stored.Dossier.RecordFee(payment.Amount, line.Value.Text, stamp, PaymentWay.Online, order.Reference);
            try
            {
                await dossiers.RecordAsync(stored, decision.Value, key: null, ct);
                return line.Value.Text;
            }
            catch (StaleRowException)
            {
                // Somebody acted on the dossier meanwhile: its number stays kept for this order.
            }
        }
    }
}
