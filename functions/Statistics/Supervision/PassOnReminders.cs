using Microsoft.Azure.Functions.Worker;

namespace PublicAdmin.Statistics.Supervision;

/// <summary>Timer, 07:20 in office time: reminders nobody answered in time go to the tier above.</summary>
public sealed class PassOnReminders(ReminderLetters letters)
{
    [Function(nameof(PassOnReminders)), FixedDelayRetry(5, "00:01:00")]
    public Task RunAsync([TimerTrigger("%PassOnRemindersSchedule%")] TimerInfo timer, CancellationToken ct) => letters.PassOnAsync(ct);
}
