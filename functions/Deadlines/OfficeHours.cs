using System.Globalization;

namespace PublicAdmin.Deadlines;

/// <summary>A stretch of an office's day, both ends in office time; the closing minute itself no longer counts.</summary>
public sealed record Shift(TimeOnly Opens, TimeOnly Closes);

/// <summary>When one office, or every office ("*"), works in one season from some day on.</summary>
/// <param name="From">The first day the rule is in force.</param>
/// <param name="SeasonFrom">First day of the season every year, MM-dd.</param>
/// <param name="SeasonTo">Last day of the season every year, MM-dd; before <paramref name="SeasonFrom"/> when the season spans the new year.</param>
/// <param name="Source">The working regulation it comes from.</param>
public sealed record HoursRule(string Office, DateOnly From, string SeasonFrom, string SeasonTo, IReadOnlyList<Shift> Shifts, string Source)
{
    public const string Everywhere = "*";

    public bool Covers(string office, DateOnly day) => (Office == office || Office == Everywhere) && From <= day && IsInSeason(day);

    private bool IsInSeason(DateOnly day)
    {
        var today = day.ToString("MM-dd", CultureInfo.InvariantCulture);
        var (afterStart, beforeEnd) = (string.CompareOrdinal(today, SeasonFrom) >= 0, string.CompareOrdinal(today, SeasonTo) <= 0);
        return string.CompareOrdinal(SeasonFrom, SeasonTo) <= 0 ? afterStart && beforeEnd : afterStart || beforeEnd;
    }
}

/// <summary>The office hours (giờ làm việc) of every office and season, as effective-dated rules: the office's own before the province's, newer before older.</summary>
public sealed class OfficeHours(IEnumerable<HoursRule> rules)
{
    private readonly IReadOnlyList<HoursRule> _rules =
        [.. rules.OrderBy(rule => rule.Office == HoursRule.Everywhere).ThenByDescending(rule => rule.From)];

    public IReadOnlyList<Shift> On(string office, DateOnly day) => RuleFor(office, day).Shifts;

    public HoursRule RuleFor(string office, DateOnly day) => _rules.FirstOrDefault(rule => rule.Covers(office, day))
        ?? throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"No office hours are set for {office} on {day:yyyy-MM-dd}."));
}
