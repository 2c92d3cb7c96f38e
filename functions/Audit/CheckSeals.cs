using Microsoft.Azure.Functions.Worker;

namespace PublicAdmin.Audit;

/// <summary>Timer, nightly: checks sealed days and wakes staff when one is not as it was.</summary>
public sealed class CheckSeals(CheckRound round)
{
    [Function(nameof(CheckSeals)), FixedDelayRetry(5, "00:01:00")]
    public Task RunAsync([TimerTrigger("%CheckSealsSchedule%")] TimerInfo timer, CancellationToken ct) => round.RunAsync(ct);
}
