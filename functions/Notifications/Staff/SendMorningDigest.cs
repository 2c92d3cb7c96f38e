using Microsoft.Azure.Functions.Worker;

namespace PublicAdmin.Notifications.Staff;

/// <summary>
/// Timer, 07:30 in office time: on working days, tells every supervisor what to urge; from October on, administrators of an undecided calendar.
/// </summary>
public sealed class SendMorningDigest(MorningDigest digest, CalendarReminder calendar)
{
    [Function(nameof(SendMorningDigest)), FixedDelayRetry(5, "00:01:00")]
    public async Task RunAsync([TimerTrigger("%SendMorningDigestSchedule%")] TimerInfo timer, CancellationToken ct)
    {
        await calendar.RemindAsync(ct);
        await digest.SendAsync(ct);
    }
}
