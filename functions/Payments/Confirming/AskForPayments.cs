using Microsoft.Azure.Functions.Worker;

namespace PublicAdmin.Payments.Confirming;

/// <summary>
/// Timer, every ten minutes: asks the platform for orders it has not told of, from 30 minutes after they were made, up to three days after they ended.
/// </summary>
public sealed class AskForPayments(PaymentRounds rounds)
{
    [Function(nameof(AskForPayments))]
    public Task RunAsync([TimerTrigger("%AskForPaymentsSchedule%")] TimerInfo timer, CancellationToken ct) => rounds.RunAsync(ct);
}
