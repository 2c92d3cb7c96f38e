using PublicAdmin.Platform;
using PublicAdmin.Statistics.Reading;
using PublicAdmin.Statistics.Rollups;

namespace PublicAdmin.Statistics.Index;

/// <summary>One item of the index of Decision 766/QĐ-TTg as data: its formula was read from third parties and may change.</summary>
/// <param name="Code">As the National Portal calls it, where it has a name.</param>
/// <param name="Max">Points at most; 0 when only the ratio is known.</param>
/// <param name="Part">Numbers of the books above the line; empty when the books cannot say.</param>
/// <param name="Full">The percentage at which all points are given.</param>
/// <param name="Note">Why it is not computed, or how it differs.</param>
/// <param name="Less">Numbers taken off the part.</param>
/// <param name="WhenNone">Points when there is nothing to divide by.</param>
/// <param name="OnlyWhenKnown">With nothing to divide by it is not known, rather than worth no points.</param>
public sealed record IndexItem(
    string Code, string Group, decimal Max, Text Name, IReadOnlyList<string> Part, IReadOnlyList<string> Whole, decimal Full, string Source, Text? Note = null,
    IReadOnlyList<string>? Less = null, decimal WhenNone = 0, bool OnlyWhenKnown = false)
{
    /// <summary>What stands above the line.</summary>
    public long PartOf(IReadOnlyDictionary<string, long> numbers) => numbers.Sum(Part, Less);

    /// <summary>Half up to two decimals; null when they are not known.</summary>
    public decimal? PointsOf(long part, long whole) =>
        Max is 0 || ExactOf(part, whole) is not { } points ? null : Math.Round(points, 2, MidpointRounding.AwayFromZero);

    /// <summary>Not rounded, so that two ways to count can be held against each other; percent of an item whose points nobody has published.</summary>
    public decimal? Exact(IReadOnlyDictionary<string, long> numbers) => ExactOf(PartOf(numbers), numbers.Sum(Whole));

    /// <summary>The same by the national rule of PROGRESS: who was asked for a supplement more than once is late, whatever the date.</summary>
    public decimal? ExactNationally(IReadOnlyDictionary<string, long> numbers) =>
        ExactOf(PartOf(numbers) - numbers.Sum([Tally.NameOf(Measure.NationalLate)], Tally.NamesOfLate), numbers.Sum(Whole));

    private decimal? ExactOf(long part, long whole) => Part.Count is 0 || (whole is 0 && OnlyWhenKnown) ? null
        : whole is 0 ? WhenNone : Math.Min(Most, Most * (100m * part / whole) / Full);

    private decimal Most => Max is 0 ? 100 : Max;
}

/// <summary>The items of <c>index-766.json</c> and the version of their rules.</summary>
public sealed record IndexRules(string Version, IReadOnlyList<IndexItem> Items)
{
    /// <summary>The item the national rules count otherwise.</summary>
    public const string Progress = "PROGRESS";

    public static IndexRules Current { get; } = Platform.Reference.Resources.Json<IndexRules>("Statistics.Index.index-766.json");
}

/// <summary>An item as it stands now.</summary>
/// <param name="Ratio">Percent to two decimals; null when it is not computed or has no denominator.</param>
/// <param name="Points">Half up to two decimals; null when they are not known.</param>
/// <param name="Portal">What the National Portal published, where an administrator entered it.</param>
/// <param name="Difference">Ours less the portal's.</param>
public sealed record IndexLine(IndexItem Item, long Part, long Whole, decimal? Ratio, decimal? Points, decimal? Portal, decimal? Difference)
{
    public static IndexLine Of(IndexItem item, IReadOnlyDictionary<string, long> numbers, decimal? portal)
    {
        var (part, whole) = (item.PartOf(numbers), numbers.Sum(item.Whole));
        decimal? ratio = whole > 0 ? Math.Round(100m * part / whole, 2, MidpointRounding.AwayFromZero) : null;
        var points = item.PointsOf(part, whole);
        return new(item, part, whole, item.Part.Count > 0 ? ratio : null, points, portal, points - portal);
    }
}

/// <summary>
/// Chỉ số 766, ước tính: an estimate of ours, never the published figure.
/// </summary>
/// <param name="Estimate">Always true: said to whoever reads it.</param>
/// <param name="Points">Of the items that are computed.</param>
/// <param name="OutOf">What these items could give.</param>
/// <param name="Late">Late by our rule: after what was owed.</param>
/// <param name="NationalLate">Late by the national rule, which adds whoever was asked for a supplement more than once.</param>
/// <param name="NationalProgress">The points of PROGRESS by the national rule.</param>
/// <param name="NationalOnline">
/// Percent of online dossiers by the national rule, which multiplies ours by the share that stands alike at the portal; null while that is not known.
/// </param>
public sealed record IndexView(
    bool Estimate, string Rules, string Office, DateOnly From, DateOnly To, DateTimeOffset CutOff, decimal Points, decimal OutOf,
    IReadOnlyList<IndexLine> Lines, long Late, long NationalLate,
    decimal? NationalProgress, decimal? NationalOnline);
