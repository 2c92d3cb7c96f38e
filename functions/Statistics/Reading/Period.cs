using PublicAdmin.Deadlines.Hours;
using PublicAdmin.Platform;

namespace PublicAdmin.Statistics.Reading;

/// <summary>Kỳ báo cáo: whole days of office time, and the moment up to which they are counted.</summary>
/// <param name="From">The first day (A).</param>
/// <param name="To">The last day (B).</param>
/// <param name="CutOff">The end of the last day, or now while it runs (T).</param>
public sealed record Period(DateOnly From, DateOnly To, DateTimeOffset CutOff)
{
    /// <summary>The longest a report may cover, in days.</summary>
    public const int MaxDays = 366;

    public static Period Of(DateOnly from, DateOnly to, DateTimeOffset now)
    {
        var end = WorkingTime.At(to.AddDays(1), TimeOnly.MinValue).AddTicks(-1);
        return new(from, to, end < now ? end : Minute(now));
    }

    public static Period OfMonth(DateOnly month, DateTimeOffset now) =>
        Of(new(month.Year, month.Month, 1), new DateOnly(month.Year, month.Month, 1).AddMonths(1).AddDays(-1), now);

    // Nothing in the books is finer than a minute, and an answer that says the same within one can be kept.
    private static DateTimeOffset Minute(DateTimeOffset now) => now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMinute)).Here();

    /// <summary>Whether it is over and no longer changes by itself.</summary>
    public bool IsOver(DateTimeOffset now) => WorkingTime.DayOf(now) > To;

    /// <summary>The last day counted: no later than today.</summary>
    public DateOnly LastDay => WorkingTime.DayOf(CutOff) is var day && day < To ? day : To;

    /// <summary>The first instant.</summary>
    public DateTimeOffset Begin => WorkingTime.At(From, TimeOnly.MinValue);
}
