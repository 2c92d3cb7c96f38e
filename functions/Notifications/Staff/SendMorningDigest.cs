using Microsoft.Azure.Functions.Worker;

namespace PublicAdmin.Notifications.Staff;

/// <summary>Timer, 07:30 in office time: on working days, tells every supervisor what to urge.</summary>
public sealed class SendMorningDigest(MorningDigest digest)
{
    [Function(nameof(SendMorningDigest)), FixedDelayRetry(5, "00:01:00")]
    public Task RunAsync([TimerTrigger("%SendMorningDigestSchedule%")] TimerInfo timer, CancellationToken ct) => digest.SendAsync(ct);
}
