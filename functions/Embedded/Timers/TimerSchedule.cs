using NCrontab;
using PublicAdmin.Platform;

namespace PublicAdmin.Embedded.Timers;

/// <summary>A six-field expression, read in office time.</summary>
internal sealed class TimerSchedule
{
    private static readonly CrontabSchedule.ParseOptions SixFields = new() { IncludingSeconds = true };
    private readonly CrontabSchedule _schedule;

    private TimerSchedule(CrontabSchedule schedule) => _schedule = schedule;

    /// <exception cref="FormatException">The expression cannot be read, or names a day that never comes such as 31 February.</exception>
    public static TimerSchedule Parse(string expression, DateTimeOffset now)
    {
        var schedule = CrontabSchedule.TryParse(expression, SixFields) ?? throw new FormatException($"'{expression}' is not a schedule of six fields.");
        var horizon = now.Here().DateTime.AddYears(9); // Past any leap day.
        return schedule.GetNextOccurrence(now.Here().DateTime, horizon) < horizon
            ? new TimerSchedule(schedule)
            : throw new FormatException($"'{expression}' never comes.");
    }

    public DateTimeOffset After(DateTimeOffset instant)
    {
        var next = DateTime.SpecifyKind(_schedule.GetNextOccurrence(instant.Here().DateTime), DateTimeKind.Unspecified);
        return new DateTimeOffset(next, Clock.Zone.GetUtcOffset(next)).ToUniversalTime();
    }
}
