using Microsoft.Azure.Functions.Worker;

namespace PublicAdmin.Audit;

/// <summary>Timer, every hour: seals the days that are over; mostly there is none, and after an outage it catches up.</summary>
public sealed class SealAudit(SealRound round)
{
    [Function(nameof(SealAudit)), FixedDelayRetry(5, "00:01:00")]
    public Task RunAsync([TimerTrigger("%SealAuditSchedule%")] TimerInfo timer, CancellationToken ct) => round.RunAsync(ct);
}
