using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json.Serialization;
using PublicAdmin.Platform.Reference;

namespace PublicAdmin.Deadlines.Hours;

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
        var (first, last, today) = (Number(SeasonFrom), Number(SeasonTo), (day.Month * 100) + day.Day);
        return first <= last ? first <= today && today <= last : first <= today || today <= last;
    }

    // "04-16" as 416.
    private static int Number(string day) =>
        (int.Parse(day.AsSpan(0, 2), CultureInfo.InvariantCulture) * 100) + int.Parse(day.AsSpan(3, 2), CultureInfo.InvariantCulture);
}

/// <summary>A season as an administrator enters it; one ending before it begins spans the new year.</summary>
/// <param name="From">First day every year, MM-dd.</param>
/// <param name="To">Last day every year, MM-dd.</param>
public sealed record Season(string From, string To, IReadOnlyList<Shift> Shifts);

/// <summary>The hours of one office, or of all ("*"), from a day on. Its seasons cover the whole year, each day once.</summary>
/// <param name="Source">The working regulation they come from.</param>
/// <param name="EnteredAt">When an administrator entered it; null for what ships. A promise is explained with the hours known when it was made.</param>
/// <param name="Reason">Why it was entered.</param>
/// <param name="EnteredBy">Who, by the staff directory; shown to administrators and auditors alone, set by the office.</param>
public sealed record HoursVersion(
    string Office, DateOnly ValidFrom, string Source, IReadOnlyList<Season> Seasons, DateTimeOffset? EnteredAt = null, string? Reason = null,
    string? EnteredBy = null) : IEffective
{
    [JsonIgnore]
    public string Code => Office;

    [JsonIgnore]
    public DateOnly? ValidTo => null;

    [JsonIgnore]
    public IEnumerable<HoursRule> Rules => Seasons.Select(season => new HoursRule(Office, ValidFrom, season.From, season.To, season.Shifts, Source));
}


/// <summary>
/// The office hours (giờ làm việc) of every office and season, as effective-dated rules: the office's own before the province's, newer before older.
/// </summary>
public sealed class OfficeHours(IEnumerable<HoursRule> rules)
{
    private readonly FrozenDictionary<string, HoursRule[]> _rules =
        rules.GroupBy(rule => rule.Office).ToFrozenDictionary(office => office.Key, office => office.OrderByDescending(rule => rule.From).ToArray());

    public static OfficeHours Of(IEnumerable<HoursVersion> versions) => new(versions.SelectMany(version => version.Rules));

    public IReadOnlyList<Shift> On(string office, DateOnly day) => RuleFor(office, day).Shifts;

    public HoursRule RuleFor(string office, DateOnly day) =>
        Find(office, office, day) ?? Find(HoursRule.Everywhere, office, day) ?? Find(HoursRule.Everywhere, office, SameDayOfTheFirstYear(day))
        ?? throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"No office hours are set for {office} on {day:yyyy-MM-dd}."));

    // A dossier carried over may be older than the first hours on record: these stand for those before. Nothing the office promised itself lies so far back.
    private DateOnly SameDayOfTheFirstYear(DateOnly day)
    {
        var first = _rules.GetValueOrDefault(HoursRule.Everywhere, []).Select(rule => rule.From).DefaultIfEmpty(day).Min();
        var years = Math.Max(0, first.Year - day.Year);
        return day.AddYears(years) >= first ? day.AddYears(years) : day.AddYears(years + 1);
    }

    private HoursRule? Find(string owner, string office, DateOnly day) =>
        _rules.TryGetValue(owner, out var own) ? Array.Find(own, rule => rule.Covers(office, day)) : null;
}
