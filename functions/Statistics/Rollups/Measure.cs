namespace PublicAdmin.Statistics.Rollups;

/// <summary>
/// What is added up. A flow counts what happened in a time; a balance counts, with its sign, what came into and went out of a bucket, so that its sum up to a
/// moment says how many stand in it then. Names are stored and published: never rename one.
/// </summary>
public enum Measure
{
    Filed,
    FiledOnline,
    Accepted,
    NotAccepted,
    WithdrawnBefore,
    Waiting,
    WaitingLate,
    WaitingSupplement,
    WaitingOnline,
    WaitingLateOnline,

    ReceivedFull,
    ReceivedPartial,
    ReceivedOther,
    ReceivedCounter,
    ReceivedPost,
    ReceivedAssisted,
    HandedIn,
    HandedOut,

    Ahead,
    OnTime,
    LateApology,
    LateNoApology,
    Stopped,
    Withdrawn,

    Open,
    OverdueApology,
    OverdueNoApology,
    Supplement,
    Financial,
    Posting,

    LateAtEnding,
    NonTerritorial,
    Digitised,
    Reused,
    FromDatabase,
    Identified,
    Charged,
    PaidOnline,
    PaidDirect,
    ElectronicResult,
    NationalLate,
    Rated,
    Satisfied,

    PausedAtLast,
    ClosedAtLast,
    ResolvedAtLast,
    ResolvedAtOnce,
    DislikedInTime,
    DigitisedBoth,
}

public static class Measures
{
    public static IReadOnlyList<Measure> All { get; } = Enum.GetValues<Measure>();

    /// <summary>Buckets of the intake equation.</summary>
    public static IReadOnlyList<Measure> IntakeBalances { get; } = [Measure.Waiting, Measure.WaitingLate, Measure.WaitingSupplement];

    /// <summary>Buckets of the main equation.</summary>
    public static IReadOnlyList<Measure> OpenBalances { get; } =
        [Measure.Open, Measure.OverdueApology, Measure.OverdueNoApology, Measure.Supplement, Measure.Financial, Measure.Posting];

    public static IReadOnlyList<Measure> Received { get; } =
        [Measure.ReceivedFull, Measure.ReceivedPartial, Measure.ReceivedOther, Measure.ReceivedCounter, Measure.ReceivedPost, Measure.ReceivedAssisted];

    public static IReadOnlyList<Measure> Ended { get; } =
        [Measure.Ahead, Measure.OnTime, Measure.LateApology, Measure.LateNoApology, Measure.Stopped, Measure.Withdrawn];

    public static bool IsBalance(this Measure measure) =>
        measure is Measure.WaitingOnline or Measure.WaitingLateOnline || IntakeBalances.Contains(measure) || OpenBalances.Contains(measure);
}
