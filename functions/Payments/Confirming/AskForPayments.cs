using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Payments.Refunds;

namespace PublicAdmin.Payments.Confirming;

/// <summary>
/// Timer, every ten minutes: asks the platform for orders it has not told of, from 30 minutes after they were made, up to three days after they ended, and
/// for refunds nothing is known of.
/// </summary>
public sealed class AskForPayments(PaymentRounds rounds, RefundSending refunds)
{
    [Function(nameof(AskForPayments))]
    public async Task RunAsync([TimerTrigger("%AskForPaymentsSchedule%")] TimerInfo timer, CancellationToken ct)
    {
        await rounds.RunAsync(ct);
        await refunds.RunAsync(ct);
    }
}
