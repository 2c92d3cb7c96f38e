using PublicAdmin.Offices;
using PublicAdmin.Statistics.Reading;
using PublicAdmin.Statistics.Rollups;

namespace PublicAdmin.Statistics.Anomalies;

/// <summary>
/// Holds each office's figures against the rules, and against the others: from the roll-ups, so it costs the offices, not the dossiers; only where there are
/// enough of them are those that have something in common looked at one by one.
/// </summary>
public sealed class AnomalyDesk(BookReader reader, StatisticsDesk names, OfficeDirectory offices, CommonThings common)
{
    private const int ShortestForOneDay = 7;

    public async Task<AnomalyView> MakeAsync(string office, Period period, CancellationToken ct)
    {
        var all = await reader.ReadOfficesAsync(View.Competent, [.. offices.Codes.Order(StringComparer.Ordinal)], Dimension.All, "", period, ct);
        var numbers = all.Where(one => !one.Tally.Opening.IsEmpty || !one.Tally.Flow.IsEmpty)
            .ToDictionary(one => one.Value, one => Line.NumbersOf(one.Tally), StringComparer.Ordinal);
        var looked = numbers.Keys.Where(code => office is CellKey.Province || code == office).Order(StringComparer.Ordinal).ToList();
        var found = new List<Anomaly>();
        foreach (var rule in AnomalyRules.Current.Rules)
        {
            foreach (var code in looked)
            {
                if (await FindAsync(rule, code, numbers, period, ct) is { } anomaly)
                {
                    found.Add(anomaly);
                }
            }
        }

        return new AnomalyView(period.From, period.To, period.CutOff, office, AnomalyRules.Current.Version, looked.Count, found);
    }

    private async Task<Anomaly?> FindAsync(
        AnomalyRule rule, string code, Dictionary<string, IReadOnlyDictionary<string, long>> numbers, Period period, CancellationToken ct)
    {
        var (part, whole) = (rule.PartOf(numbers[code]), rule.WholeOf(numbers[code]));
        if (part < rule.Least)
        {
            return null;
        }

        var (aside, day) = (rule.BusiestDay || rule.Same is not null, rule.BusiestDay ? await BusiestAsync(rule, code, period, ct) : null);
        part = rule.BusiestDay ? day?.Part ?? 0 : rule.Same is { } same ? await common.MostAsync(same, rule.Part, code, period, ct) : part;
        var others = numbers.Where(one => one.Key != code).Select(one => one.Value).ToList();
        var (othersPart, othersWhole) = (others.Sum(rule.PartOf), others.Sum(rule.WholeOf));
        return rule.IsOdd(part, whole, othersPart, othersWhole)
            ? new Anomaly(
                rule.Code, rule.Name, rule.Why, code, names.NameOfOffice(code), part, whole, Share(part, whole)!.Value,
                aside ? null : Share(othersPart, othersWhole), rule.Part, day?.Day)
            : null;
    }

    // In a few days one of them always has most.
    private async Task<(DateOnly Day, long Part)?> BusiestAsync(AnomalyRule rule, string code, Period period, CancellationToken ct)
    {
        if (period.LastDay.DayNumber - period.From.DayNumber + 1 < ShortestForOneDay)
        {
            return null;
        }

        var days = await reader.DaysAsync(View.Competent, code, period, ct);
        return days.Select(one => (one.Day, Part: rule.PartOf(Line.NumbersOf(new PeriodTally(new Tally(), one.Flow))))).MaxBy(one => one.Part) is
        { Part: > 0 } busiest ? busiest : null;
    }

    private static decimal? Share(long part, long whole) => whole is 0 ? null : Math.Round(100m * part / whole, 1, MidpointRounding.AwayFromZero);
}
