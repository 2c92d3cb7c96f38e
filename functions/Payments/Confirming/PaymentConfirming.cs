using PublicAdmin.Payments.Gateway;
using PublicAdmin.Payments.Orders;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Storage;

namespace PublicAdmin.Payments.Confirming;

/// <summary>What the platform says of an order, told by itself or asked for: one booking, whatever comes again, late, wrong or forged.</summary>
public sealed class PaymentConfirming(OrderStore orders, PaymentBooking booking, IPaymentPlatform platform, PaymentAlarms alarms, TimeProvider clock)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(10);

    /// <summary>A notice whose signature holds.</summary>
    /// <returns>The order as it is now.</returns>
    public async Task<Result<PaymentOrder>> HearAsync(PlatformNotice notice, string sha256, CancellationToken ct)
    {
        if (await orders.FindAsync(notice.Reference, ct) is not { Order: var order })
        {
            return await alarms.RaiseAsync(PaymentRefusals.Unknown.At("MaThamChieu", notice.Reference), notice.Reference, sha256, ct);
        }

        var answer = notice.Answer;
        if (answer.Payment is { } payment && (clock.GetUtcNow() - payment.At).Duration() > Fresh && order.Payment is null)
        {
            answer = await AskAsync(notice.Reference, ct);
            if (answer.State is not PlatformState.Paid)
            {
                return await alarms.RaiseAsync(PaymentRefusals.Stale.At("ThoiGianGD"), notice.Reference, sha256, ct);
            }
        }

        return await SettleAsync(notice.Reference, answer, sha256, ct);
    }

    /// <summary>What the platform answered when asked, or wrote into its file.</summary>
    public async Task<Result<PaymentOrder>> SettleAsync(string reference, PlatformAnswer answer, string sha256, CancellationToken ct)
    {
        while (true)
        {
            if (await orders.FindAsync(reference, ct) is not { } stored)
            {
                return await alarms.RaiseAsync(PaymentRefusals.Unknown.At("MaThamChieu", reference), reference, sha256, ct);
            }

            try
            {
                return answer.Payment is { } payment ? await PayAsync(stored, payment, sha256, ct) : await FailAsync(stored, answer.State, ct);
            }
            catch (StaleRowException)
            {
                // Told and asked for at the same moment: see what the other made of it.
            }
        }
    }

    public async Task<PlatformAnswer> AskAsync(string reference, CancellationToken ct)
    {
        try
        {
            return await platform.AskAsync(reference, ct);
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException && !ct.IsCancellationRequested)
        {
            return new PlatformAnswer(PlatformState.Unknown);
        }
    }

    private async Task<Result<PaymentOrder>> PayAsync(StoredOrder stored, PlatformPayment payment, string sha256, CancellationToken ct)
    {
        var order = stored.Order;
        if (payment.Amount != order.Amount || payment.Currency != "VND")
        {
            await KeepAsync(stored, payment, ct);
            return await alarms.RaiseAsync(PaymentRefusals.AmountDiffers.At("SoTien", order.Reference), order.Reference, sha256, ct);
        }

        if (order.Payment is { } before)
        {
            if (before.Transaction == payment.Transaction)
            {
                return order;
            }

            await KeepAsync(stored, payment, ct);
            return await alarms.RaiseAsync(PaymentRefusals.Doubled.With(order.Reference), order.Reference, sha256, ct);
        }

        var settled = await booking.BookAsync(stored, payment, ct);
        if (settled.State is OrderState.Excess)
        {
            await alarms.RaiseAsync(Dossiers.FeeRefusals.NothingOwed.With(order.Code), order.Reference, sha256, ct);
        }

        return settled;
    }

    // The platform has it all the same: it is kept, to go back.
    private async Task KeepAsync(StoredOrder stored, PlatformPayment payment, CancellationToken ct)
    {
        var kept = stored.Order.Unbooked ?? [];
        if (kept.All(one => one.Transaction != payment.Transaction) && stored.Order.Payment?.Transaction != payment.Transaction)
        {
            await orders.SaveAsync(stored, stored.Order with { Unbooked = [.. kept, payment] }, stored.AskAt, ct);
        }
    }

    private async Task<Result<PaymentOrder>> FailAsync(StoredOrder stored, PlatformState state, CancellationToken ct)
    {
        if (state is not PlatformState.Failed || stored.Order.State is not OrderState.Open)
        {
            return stored.Order;
        }

        var failed = stored.Order with { State = OrderState.Failed };
        await orders.SaveAsync(stored, failed, stored.AskAt, ct); // A failure may be told wrongly: it is asked about until its time is over.
        return failed;
    }
}
