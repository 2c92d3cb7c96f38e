using PublicAdmin.Deadlines.Hours;

namespace PublicAdmin.Forecasts;

/// <summary>How fast one office finishes one procedure.</summary>
/// <param name="Finished">Dossiers finished in the window.</param>
/// <param name="PerWorkingDay">The same for each eight working hours.</param>
/// <param name="UsualTime">The median of the working time from submission to result; null when nothing was finished.</param>
public sealed record Pace(int Finished, double PerWorkingDay, TimeSpan? UsualTime)
{
    /// <summary>The working days looked back on: about a month.</summary>
    public const int WindowDays = 20;

    /// <summary>Fewer than these are too few to speak of a pace: the usual time counts instead.</summary>
    public const int FewestForPace = 5;

    public static Pace None { get; } = new(0, 0, null);

    public bool IsKnown => Finished >= FewestForPace;

    /// <summary>The first moment of the window that ends now.</summary>
    public static DateTimeOffset WindowStart(DateTimeOffset now, WorkingTime time) =>
        WorkingTime.At(Enumerable.Range(0, WindowDays).Aggregate(WorkingTime.DayOf(now), (day, _) => time.Calendar.WorkingDayBefore(day)), TimeOnly.MinValue);

    /// <param name="finished">Of one procedure, within the window.</param>
    /// <param name="window">The working time the window holds.</param>
    /// <param name="time">Of the office.</param>
    public static Pace Of(IReadOnlyCollection<FinishedItem> finished, TimeSpan window, WorkingTime time) => finished.Count == 0
        ? None
        : new Pace(finished.Count, finished.Count / (window / WorkingTime.Day),
            Median([.. finished.Select(item => time.Between(item.SubmittedAt, item.DoneAt)).Order()]));

    private static TimeSpan Median(TimeSpan[] ordered) => ordered[ordered.Length / 2];
}
