using Microsoft.Extensions.Logging;
using PublicAdmin.Payments.Orders;
using PublicAdmin.Platform.Storage;

namespace PublicAdmin.Payments.Confirming;

/// <summary>Finds what the platform did not tell: a lost notice, an order nobody paid. One order that cannot be asked never stops a round.</summary>
public sealed partial class PaymentRounds(OrderStore orders, PaymentConfirming confirming, TimeProvider clock, ILogger<PaymentRounds> log)
{
    private const int MostAtOnce = 500;
    private const string FoundByAsking = "0000000000000000";

    public async Task RunAsync(CancellationToken ct)
    {
        foreach (var (reference, key) in await orders.ToAskAsync(clock.GetUtcNow(), MostAtOnce, ct))
        {
            try
            {
                await AskAsync(reference, ct);
                await orders.AskedAsync(key, ct);
            }
            catch (StaleRowException)
            {
                LogChanged(reference); // Its row stays, and the next round asks again.
            }
        }
    }

    private async Task AskAsync(string reference, CancellationToken ct)
    {
        if (await orders.FindAsync(reference, ct) is not { Order: { IsSettled: false } })
        {
            return;
        }

        await confirming.SettleAsync(reference, await confirming.AskAsync(reference, ct), FoundByAsking, ct);
        if (await orders.FindAsync(reference, ct) is { Order: { IsSettled: false } order } stored)
        {
            var now = clock.GetUtcNow();
            var last = now > order.ExpiresAt + PaymentOrder.LastAsk;
            var asked = order with { Asked = order.Asked + 1, State = last && order.State is OrderState.Open ? OrderState.Expired : order.State };
            await orders.SaveAsync(stored, asked, last ? null : asked.AskNextAfter(now), ct);
        }
    }

    [LoggerMessage(LogLevel.Information, "Order {Reference} changed while it was asked about.")]
    private partial void LogChanged(string reference);
}
