using PublicAdmin.Statistics.Facts;
using PublicAdmin.Statistics.Rollups;

namespace PublicAdmin.Statistics.Reading;

/// <summary>
/// How one dossier is counted in one office and period: by the same rule that filled the roll-ups, so that a list behind a number is that number.
/// </summary>
public static class FactNumbers
{
    public static PeriodTally Of(Fact fact, View view, string office, Period period)
    {
        var until = fact with
        {
            Steps = [.. fact.Steps.Where(step => step.At <= period.CutOff)],
            Paid = fact.Paid is { } paid && paid.At <= period.CutOff ? fact.Paid : null,
            Vote = fact.Vote is { } vote && vote.At <= period.CutOff ? fact.Vote : null
        };
        if (until.Steps.Count is 0)
        {
            return PeriodTally.Empty;
        }

        var cells = new Dictionary<CellKey, Tally>();
        new Contribution(cells).Add(until, 1);
        var first = CellKey.TimeOf(Slot.Day, period.From);
        var days = cells.Where(cell => cell.Key is { Slot: Slot.Day, Dimension: Dimension.All } && cell.Key.View == view && cell.Key.Office == office).ToList();
        return new PeriodTally(
            Tally.Of(days.Where(day => string.CompareOrdinal(day.Key.Time, first) < 0).Select(day => day.Value)).Balances(),
            Tally.Of(days.Where(day => string.CompareOrdinal(day.Key.Time, first) >= 0).Select(day => day.Value)));
    }

    /// <summary>Whether a dossier is behind a number of that name.</summary>
    public static bool IsBehind(PeriodTally tally, string number) => Line.NumbersOf(tally).GetValueOrDefault(number) != 0;

    public static bool IsKnown(string number) => Definitions.Sums.Concat(Definitions.All).Any(definition => definition.Name == number);
}
