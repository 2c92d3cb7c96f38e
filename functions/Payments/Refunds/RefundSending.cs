using Microsoft.Extensions.Logging;
using PublicAdmin.Payments.Gateway;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Storage;

namespace PublicAdmin.Payments.Refunds;

/// <summary>Tells the platform to pay back, as often as it takes to know what came of it: the same reference is one refund.</summary>
public sealed partial class RefundSending(RefundStore refunds, IPaymentPlatform platform, ILogger<RefundSending> log)
{
    private const int MostAtOnce = 500;

    /// <returns>The refund as it is now.</returns>
    public async Task<Result<Refund>> SendAsync(string order, string transaction, CancellationToken ct)
    {
        if (await refunds.FindAsync(order, transaction, ct) is not { Refund: var refund })
        {
            return PaymentRefusals.Unknown.With(order);
        }

        if (refund.State is not RefundState.Ordered)
        {
            return refund; // A round was faster.
        }

        return await SettleAsync(refund.Reference, await TellAsync(refund, ct), ct) ?? refund;
    }

    /// <summary>Asks about all that nothing is known of. One that cannot be asked never stops a round.</summary>
    public async Task RunAsync(CancellationToken ct)
    {
        foreach (var stored in await refunds.OrderedAsync(MostAtOnce, ct))
        {
            await SettleAsync(stored.Refund.Reference, await TellAsync(stored.Refund, ct), ct);
        }
    }

    /// <summary>What the platform said, or wrote into its file.</summary>
    /// <returns>Null when no refund has the reference.</returns>
    public async Task<Refund?> SettleAsync(string reference, PlatformAnswer answer, CancellationToken ct)
    {
        while (true)
        {
            if (await refunds.NamedAsync(reference, ct) is not { } stored || stored.Refund.Reference != reference)
            {
                return null;
            }

            if (stored.Refund.State is not RefundState.Ordered || After(stored.Refund, answer) is not { } settled)
            {
                return stored.Refund;
            }

            try
            {
                return (await refunds.SaveAsync(settled, stored.Tag, ct)).Refund;
            }
            catch (StaleRowException)
            {
                // Told and asked about at the same moment: see what the other made of it.
            }
        }
    }

    // Another amount than was approved is no refund of ours: it stays open, and the file of the day shows it.
    private static Refund? After(Refund refund, PlatformAnswer answer) => answer switch
    {
        { State: PlatformState.Paid, Payment: { } payment } when payment.Amount == refund.Amount =>
            refund with { State = RefundState.PaidBack, Payment = payment },
        { State: PlatformState.Failed } => refund with { State = RefundState.Failed },
        _ => null,
    };

    private async Task<PlatformAnswer> TellAsync(Refund refund, CancellationToken ct)
    {
        try
        {
            return await platform.RefundAsync(new RefundAsked(refund.Reference, refund.Order, refund.Transaction, refund.Amount), ct);
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException && !ct.IsCancellationRequested)
        {
            LogAway(refund.Reference);
            return new PlatformAnswer(PlatformState.Unknown);
        }
    }

    [LoggerMessage(LogLevel.Warning, "The payment platform is away: what came of refund {Reference} is asked about again.")]
    private partial void LogAway(string reference);
}
