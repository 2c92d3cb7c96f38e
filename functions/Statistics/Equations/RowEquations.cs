using PublicAdmin.Statistics.Rollups;

namespace PublicAdmin.Statistics.Equations;

/// <summary>The equations every single row of the roll-ups keeps in itself: what came in either ended or changed a bucket.</summary>
public static class RowEquations
{
    public static IEnumerable<Imbalance> Of(CellKey key, Tally tally)
    {
        var main = tally.Sum(Measures.Received)
            + tally[Measure.HandedIn] - tally.Sum(Measures.Ended) - tally[Measure.HandedOut] - tally.Sum(Measures.OpenBalances);
        if (main is not 0)
        {
            yield return new(Equation.Main, key.View, key.Office, key.Value, key.Time, null, main, []);
        }

        var intake = tally[Measure.Filed] - tally[Measure.Accepted] - tally[Measure.NotAccepted] - tally[Measure.WithdrawnBefore] - tally.Sum(
            Measures.IntakeBalances);
        if (intake is not 0)
        {
            yield return new(Equation.Intake, key.View, key.Office, key.Value, key.Time, null, intake, []);
        }
    }
}
