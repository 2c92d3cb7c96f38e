using PublicAdmin.Platform;

namespace PublicAdmin.Deadlines.Explanation;

/// <summary>What became of one day in the counting of a term.</summary>
public enum DayVerdict
{
    /// <summary>Ngày tiếp nhận: the term begins after it.</summary>
    Receipt,

    /// <summary>Tiếp nhận sau 15 giờ hoặc ngoài giờ: the term begins the next working day.</summary>
    AfterHours,

    Counted,

    /// <summary>Counted although a weekend: worked in exchange.</summary>
    WorkedDay,

    Weekend,

    DayOff,

    Paused,

    /// <summary>Counted in part: the clock stood still for the rest.</summary>
    PartlyPaused,

    /// <summary>Counted once, but the term began anew after a supplement.</summary>
    Restarted,

    /// <summary>The term in calendar days was over, but its end fell on a closed day.</summary>
    Rolled,

    /// <summary>Granted by the extension, beyond the term.</summary>
    Extended,
}

/// <summary>One day of a term and how it was counted.</summary>
/// <param name="Counted">Working time counted; for a term in calendar days, 24 hours or none.</param>
/// <param name="Why">The holiday's name, the pause's reason; null where the verdict says all.</param>
/// <param name="Source">The decision, notice or legal ground it rests on.</param>
public sealed record ExplainedDay(DateOnly Day, DayVerdict Verdict, TimeSpan Counted, Text? Why = null, string? Source = null);
