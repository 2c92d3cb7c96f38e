using PublicAdmin.Statistics.Rollups;

namespace PublicAdmin.Statistics.Equations;

/// <summary>Which equation of the books fails.</summary>
public enum Equation
{
    /// <summary>carried + received = resolved + stopped + withdrawn + open + supplement + financial + posting.</summary>
    Main,

    /// <summary>waiting + filed = accepted + not accepted + withdrawn before + still waiting.</summary>
    Intake,

    /// <summary>
    /// Given away by one office is taken in by another on the same day; the sums by competent, receiving and holding office are the province's.
    /// </summary>
    HandOver,

    /// <summary>A month is the sum of its days.</summary>
    Days,

    /// <summary>The roll-ups say what the facts say.</summary>
    Facts,
}

/// <summary>One place where the books do not balance.</summary>
/// <param name="Equation">Which equation.</param>
/// <param name="View">By which place.</param>
/// <param name="Office">Its code, or * for the province.</param>
/// <param name="Value">Code of the sector or procedure; empty for all.</param>
/// <param name="Time">The month or day, yyyyMM or yyyyMMdd.</param>
/// <param name="Measure">The number at fault, where it is one; else what the equation is about.</param>
/// <param name="Difference">What is there more than there should be.</param>
/// <param name="Codes">Dossiers that are counted there, at most twenty: where to look first.</param>
public sealed record Imbalance(
    Equation Equation, View View, string Office, string Value, string Time, string? Measure, long Difference, IReadOnlyList<string> Codes);

/// <summary>What a check of the books found.</summary>
/// <param name="At">When.</param>
/// <param name="Sequence">The roll-up it looked at.</param>
/// <param name="Cells">Rows of the roll-ups.</param>
/// <param name="Facts">Dossiers.</param>
/// <param name="Findings">Empty when they balance; at most a hundred.</param>
public sealed record BookCheck(DateTimeOffset At, long Sequence, long Cells, long Facts, IReadOnlyList<Imbalance> Findings)
{
    public bool Balanced => Findings.Count is 0;
}
