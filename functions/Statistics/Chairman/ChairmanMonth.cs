using PublicAdmin.Statistics.Reading;
using PublicAdmin.Statistics.Rollups;

namespace PublicAdmin.Statistics.Chairman;

/// <summary>A commune in the month: never a rank without the number it rests on.</summary>
/// <param name="Resolved">How many results; too few are not ranked.</param>
/// <param name="InTime">Of these, ahead or on time.</param>
public sealed record CommuneMonth(string Name, long Received, long Resolved, long InTime, long Overdue)
{
    /// <summary>Fewer results say nothing about an office.</summary>
    public const int LeastRanked = 30;

    public bool IsRanked => Resolved >= LeastRanked;

    /// <summary>Percent in time.</summary>
    public decimal Rate => Resolved is 0 ? 0 : Math.Round(100m * InTime / Resolved, 1, MidpointRounding.AwayFromZero);

    public static CommuneMonth Of(string name, PeriodTally tally) =>
        new(name, tally.Received, tally.Resolved, tally.Flow[Measure.Ahead] + tally.Flow[Measure.OnTime], tally.Overdue);
}

/// <summary>The month of the province on two pages.</summary>
/// <param name="Before">The month before, as far as it goes.</param>
/// <param name="Longest">Offices whose dossiers are more than ten working days overdue.</param>
public sealed record ChairmanMonth(
    Period Period, PeriodTally Whole, PeriodTally Before, IReadOnlyList<CommuneMonth> Communes, IReadOnlyList<LongOverdue> Longest, DateTimeOffset MadeAt)
{
    /// <summary>The best first; equal rates by the greater number.</summary>
    public IReadOnlyList<CommuneMonth> Ranked =>
        [.. Communes.Where(one => one.IsRanked).OrderByDescending(one => one.Rate).ThenByDescending(one => one.Resolved).ThenBy(one => one.Name)];
}

/// <summary>What an office has long overdue.</summary>
/// <param name="Since">When the oldest was owed.</param>
public sealed record LongOverdue(string Office, string Name, int Count, DateTimeOffset Since);
