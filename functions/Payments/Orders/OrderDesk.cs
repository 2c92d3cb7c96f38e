using Microsoft.Extensions.Logging;
using PublicAdmin.Dossiers;
using PublicAdmin.Payments.Gateway;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Storage;

namespace PublicAdmin.Payments.Orders;

/// <summary>Makes payment orders: one open for each dossier, over exactly what is left to pay.</summary>
public sealed partial class OrderDesk(OrderStore orders, IPaymentPlatform platform, TimeProvider clock, ILogger<OrderDesk> log)
{
    public async Task<Result<(PaymentOrder Order, PaymentPage Page)>> MakeAsync(Dossier dossier, CancellationToken ct)
    {
        if (dossier.PhaseRefusal(Act.RecordFee) is { } ended)
        {
            return ended;
        }

        var left = dossier.Fees.LeftKnown;
        return left > 0 ? await OpenAsync(await OrderOfAsync(dossier, left, ct), ct)
            : dossier.Fees.Left is null ? PaymentRefusals.AmountUnknown.With(dossier.Code)
            : FeeRefusals.NothingOwed.With(dossier.Code);
    }

    /// <summary>The order made last; null for none.</summary>
    public async Task<PaymentOrder?> PresentAsync(DossierCode code, CancellationToken ct) => (await orders.PresentAsync(code, ct)).Order?.Order;

    // Two who ask at once get one order: the second finds the first one's.
    private async Task<PaymentOrder> OrderOfAsync(Dossier dossier, long left, CancellationToken ct)
    {
        while (true)
        {
            var now = clock.Instant();
            var (present, tag) = await orders.PresentAsync(dossier.Code, ct);
            if (present is { Order: { State: OrderState.Open } open } && open.Amount == left && open.ExpiresAt > now)
            {
                return open;
            }

            try
            {
                await CloseAsync(present, ct);
                var office = dossier.Places.Receipt;
                var serial = await orders.SerialAsync(office, now.Here().Year, ct);
                var order = new PaymentOrder(
                    PaymentReference.Of(office, now.Here().Year, serial), dossier.Code, office, dossier.Procedure.Code, left, now, now + PaymentOrder.Life,
                    OrderState.Open);
                await orders.AddAsync(order, tag, ct);
                return order;
            }
            catch (StaleRowException)
            {
                // Somebody else was faster, or the platform told of the old one: look again.
            }
        }
    }

    // It is still asked about: whoever had the page open may have paid.
    private async Task CloseAsync(StoredOrder? present, CancellationToken ct)
    {
        if (present is { Order: { State: OrderState.Open } open })
        {
            await orders.SaveAsync(present, open with { State = OrderState.Closed }, present.AskAt, ct);
        }
    }

    private async Task<Result<(PaymentOrder Order, PaymentPage Page)>> OpenAsync(PaymentOrder order, CancellationToken ct)
    {
        try
        {
            return await platform.OpenAsync(order, ct) is { } page ? (order, page) : PaymentRefusals.NoPlatform.With();
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException && !ct.IsCancellationRequested)
        {
            LogAway(order.Reference);
            return PaymentRefusals.NoPlatform.With();
        }
    }

    [LoggerMessage(LogLevel.Warning, "The payment platform is away: order {Reference} has no page yet.", EventName = "PaymentPlatformAway")]
    private partial void LogAway(string reference);
}
