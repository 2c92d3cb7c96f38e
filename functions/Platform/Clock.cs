namespace PublicAdmin.Platform;

/// <summary>Time where the offices are: Asia/Ho_Chi_Minh, UTC+7 all year.</summary>
public static class Clock
{
    public static TimeZoneInfo Zone { get; } = TimeZoneInfo.FindSystemTimeZoneById("Asia/Ho_Chi_Minh");

    public static DateTimeOffset Here(this DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, Zone);

    /// <summary>Now, with the offset of the offices whatever zone the machine is in.</summary>
    public static DateTimeOffset Now(this TimeProvider clock) => clock.GetUtcNow().Here();

    /// <summary>Now, to the millisecond: what is written down says no more than anybody can know.</summary>
    public static DateTimeOffset Instant(this TimeProvider clock)
    {
        var now = clock.GetUtcNow();
        return now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMillisecond));
    }

    /// <summary>Cut to the minute: papers show no seconds, so no second may move a date.</summary>
    public static DateTimeOffset ToMinute(this DateTimeOffset instant) => instant.AddTicks(-(instant.Ticks % TimeSpan.TicksPerMinute));

    /// <summary>Today where the office is, which near midnight is not today in UTC.</summary>
    public static DateOnly Today(this TimeProvider clock) => DateOnly.FromDateTime(clock.Now().DateTime);
}
