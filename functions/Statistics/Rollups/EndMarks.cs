using PublicAdmin.Statistics.Facts;

namespace PublicAdmin.Statistics.Rollups;

/// <summary>What is counted of an ending beside its bucket.</summary>
internal static class EndMarks
{
    // What was done in less was written down after the fact, or looked at by nobody.
    private static readonly TimeSpan AtOnce = TimeSpan.FromMinutes(5);

    /// <param name="fact">Whose.</param>
    /// <param name="before">Where it stood, received and open.</param>
    /// <param name="step">How it ended.</param>
    public static IEnumerable<Measure> Of(Fact fact, Step before, Step step)
    {
        if (step.Standing is Standing.Stopped or Standing.Withdrawn)
        {
            return Marked((Measure.LateAtEnding, before.Standing is Standing.Overdue), (Measure.ClosedAtLast, step.AtLast));
        }

        var resolved = step.Standing.IsResolved();
        return Marked(
            (Measure.ElectronicResult, resolved),
            (Measure.DigitisedBoth, resolved && fact.Marks.HasFlag(Marks.Digitised)),
            (Measure.NationalLate, step.Standing is Standing.Late || (resolved && fact.Marks.HasFlag(Marks.AskedTwice))),
            (Measure.ResolvedAtLast, resolved && step.AtLast),
            (Measure.ResolvedAtOnce, resolved && fact.ReceivedAt is { } received && step.At - received <= AtOnce));
    }

    private static IEnumerable<Measure> Marked(params IReadOnlyList<(Measure Measure, bool Holds)> marks) =>
        marks.Where(mark => mark.Holds).Select(mark => mark.Measure);
}
