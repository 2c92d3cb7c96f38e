using PublicAdmin.Platform;
using PublicAdmin.Statistics.Reading;

namespace PublicAdmin.Statistics.Anomalies;

/// <summary>What dossiers may have in common that is no accident.</summary>
public enum SameThing
{
    /// <summary>They ended in the same minute.</summary>
    Minute,

    /// <summary>Their reason is word for word the same, whatever its marks.</summary>
    Reason,
}

/// <summary>A figure that is looked at when it deviates, as data: what a supervisor finds odd is for the province to decide, not for a programmer.</summary>
/// <param name="Why">What it may mean.</param>
/// <param name="Part">Numbers of the books that are added up.</param>
/// <param name="Whole">What they are a share of.</param>
/// <param name="Least">Fewer say nothing.</param>
/// <param name="Percent">From which share on it is odd.</param>
/// <param name="Times">And how many times the share of all other offices; 0 where that does not matter.</param>
/// <param name="Less">Numbers taken off the part.</param>
/// <param name="BusiestDay">The part is that of the busiest day of the period.</param>
/// <param name="Same">The part is the greatest number of dossiers behind <paramref name="Part"/> that have this in common; null for all of them.</param>
public sealed record AnomalyRule(
    string Code, Text Name, Text Why, IReadOnlyList<string> Part, IReadOnlyList<string> Whole, int Least, int Percent, int Times,
    IReadOnlyList<string>? Less = null, bool BusiestDay = false, SameThing? Same = null)
{
    public long PartOf(IReadOnlyDictionary<string, long> numbers) => numbers.Sum(Part, Less);

    public long WholeOf(IReadOnlyDictionary<string, long> numbers) => numbers.Sum(Whole);

    /// <param name="part">Of the office.</param>
    /// <param name="whole">Of the office.</param>
    /// <param name="othersPart">Of all other offices together.</param>
    /// <param name="othersWhole">Of all other offices together.</param>
    public bool IsOdd(long part, long whole, long othersPart, long othersWhole) =>
        part >= Least && whole > 0 && 100 * part >= Percent * whole && (Times is 0 || othersWhole is 0 || part * othersWhole > Times * othersPart * whole);
}

/// <summary>The rules of <c>anomaly-rules.json</c> and their version.</summary>
public sealed record AnomalyRules(string Version, IReadOnlyList<AnomalyRule> Rules)
{
    public static AnomalyRules Current { get; } = Platform.Reference.Resources.Json<AnomalyRules>("Statistics.Anomalies.anomaly-rules.json");
}

/// <summary>A figure of an office that deviates.</summary>
/// <param name="Rule">Code of the rule.</param>
/// <param name="Percent">Of the whole, to one decimal.</param>
/// <param name="Others">The same share of all other offices; null where they have none.</param>
/// <param name="Numbers">Under which names its dossiers are listed: GET /api/statistics/dossiers.</param>
/// <param name="Day">The busiest day, for a rule about one; list with from and to of that day.</param>
public sealed record Anomaly(
    string Rule, Text Name, Text Why, string Office, Text OfficeName, long Part, long Whole, decimal Percent, decimal? Others, IReadOnlyList<string> Numbers,
    DateOnly? Day = null);

/// <param name="Rules">Their version.</param>
/// <param name="Checked">How many offices were looked at.</param>
public sealed record AnomalyView(DateOnly From, DateOnly To, DateTimeOffset CutOff, string Office, string Rules, int Checked, IReadOnlyList<Anomaly> Items);
