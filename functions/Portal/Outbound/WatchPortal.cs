using Microsoft.Azure.Functions.Worker;

namespace PublicAdmin.Portal.Outbound;

/// <summary>Timer, every ten minutes: rings when the National Portal has been silent about a change for two working hours.</summary>
public sealed class WatchPortal(PortalSilence silence)
{
    [Function(nameof(WatchPortal)), FixedDelayRetry(5, "00:01:00")]
    public Task RunAsync([TimerTrigger("%WatchPortalSchedule%")] TimerInfo timer, CancellationToken ct) => silence.WatchAsync(ct);
}
