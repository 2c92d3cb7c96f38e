using System.Collections.Frozen;
using System.Globalization;

namespace PublicAdmin.Deadlines.Calendar;

/// <summary>
/// Knows on which days offices are open (lịch làm việc), from plans made year by year. A year nobody has planned is taken
/// from the law (<see cref="StatutoryYear"/>), provisionally: without any plan its holidays would silently count as working days.
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

    /// <summary>What was decided for a year, or what the law says of it while nothing is.</summary>
    public YearPlan PlanOf(int year) => _years.GetValueOrDefault(year) ?? StatutoryYear.Of(year);

    /// <summary>What somebody, or the law, decided about this very day; null for an ordinary day or weekend.</summary>
    public CalendarEntry? EntryOf(DateOnly day) => _years.ContainsKey(day.Year)
        ? _entries.GetValueOrDefault(day)
        : StatutoryYear.Of(day.Year).Entries.FirstOrDefault(entry => entry.Day == day);

    public bool IsWorkingDay(DateOnly day) => EntryOf(day) is { } entry ? entry.Kind is EntryKind.WorkedDay : !IsWeekend(day);

    /// <summary>Whether the calendar of one of these years is only proposed, or follows from the law alone.</summary>
    public bool IsProvisional(DateOnly from, DateOnly to) =>
        Enumerable.Range(from.Year, Math.Max(0, to.Year - from.Year) + 1).Any(year => PlanOf(year).Provisional);

    /// <summary>This day, or the first working day after it.</summary>
    public DateOnly WorkingDayFrom(DateOnly day)
    {
        while (!IsWorkingDay(day))
        {
            day = day.AddDays(1);
        }

        return day;
    }

    /// <summary>
    /// The working day on which a term of <paramref name="days"/> working days ends. The first day itself does not count (Civil Code 2015, Article 147).
    /// </summary>
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
