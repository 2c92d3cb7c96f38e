using System.Collections.Frozen;
using System.Globalization;

namespace PublicAdmin.Deadlines.Calendar;

/// <summary>
/// Knows on which days offices are open (lịch làm việc), from plans made year by year. A year without a plan would silently count
/// holidays as working days, so asking about it is an error.
/// </summary>
public sealed class OfficeCalendar
{
    private readonly FrozenDictionary<int, YearPlan> _years;
    private readonly FrozenDictionary<DateOnly, CalendarEntry> _entries;

    public OfficeCalendar(IEnumerable<YearPlan> years)
    {
        _years = years.ToFrozenDictionary(plan => plan.Year);
        _entries = _years.Values.SelectMany(plan => plan.Entries).ToFrozenDictionary(entry => entry.Day);
    }

    public IEnumerable<YearPlan> Years => _years.Values.OrderBy(plan => plan.Year);

    /// <exception cref="UnplannedYearException">Nobody has planned that year.</exception>
    public YearPlan PlanOf(int year) => _years.GetValueOrDefault(year) ?? throw new UnplannedYearException(year);

    /// <summary>What somebody decided about this very day; null for an ordinary day or weekend.</summary>
    public CalendarEntry? EntryOf(DateOnly day) => _entries.GetValueOrDefault(day);

    public bool IsWorkingDay(DateOnly day)
    {
        _ = PlanOf(day.Year);
        return EntryOf(day) is { } entry
            ? entry.Kind is EntryKind.WorkedDay
            : !IsWeekend(day);
    }

    /// <summary>This day, or the first working day after it.</summary>
    public DateOnly WorkingDayFrom(DateOnly day)
    {
        while (!IsWorkingDay(day))
        {
            day = day.AddDays(1);
        }

        return day;
    }

    /// <summary>The working day on which a term of <paramref name="days"/> working days ends. The first day itself does not count (Civil Code 2015, Article 147).</summary>
    public DateOnly AddWorkingDays(DateOnly day, int days)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(days);
        for (var left = days; left > 0; left--)
        {
            day = WorkingDayFrom(day.AddDays(1));
        }

        return day;
    }

    /// <summary>The last working day before this one.</summary>
    public DateOnly WorkingDayBefore(DateOnly day)
    {
        do
        {
            day = day.AddDays(-1);
        }
        while (!IsWorkingDay(day));

        return day;
    }

    /// <summary>Which plans a span was counted with, e.g. <c>2026.1+2027.1p</c>: year, version, and p while the plan is only proposed.</summary>
    public string VersionFor(DateOnly from, DateOnly to) => string.Join('+', Enumerable.Range(from.Year, to.Year - from.Year + 1)
        .Select(PlanOf)
        .Select(plan => string.Create(CultureInfo.InvariantCulture, $"{plan.Year}.{plan.Version}{(plan.Provisional ? "p" : "")}")));

    /// <summary>The same calendar with one year's plan put in or replaced.</summary>
    public OfficeCalendar With(YearPlan plan) => new(_years.Values.Where(other => other.Year != plan.Year).Append(plan));

    internal static bool IsWeekend(DateOnly day) => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;
}

/// <summary>A term reaches into a year nobody has planned. At the border it becomes <see cref="DeadlineRefusals.CalendarYearUnplanned"/>.</summary>
public sealed class UnplannedYearException : Exception
{
    public UnplannedYearException()
    {
    }

    public UnplannedYearException(string message)
        : base(message)
    {
    }

    public UnplannedYearException(string message, Exception inner)
        : base(message, inner)
    {
    }

    public UnplannedYearException(int year)
        : base(string.Create(CultureInfo.InvariantCulture, $"The office calendar has no plan for {year}.")) => Year = year;

    public int Year { get; }
}
