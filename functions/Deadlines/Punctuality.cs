using PublicAdmin.Deadlines.Hours;
using PublicAdmin.Dossiers;

namespace PublicAdmin.Deadlines;

/// <summary>How a finished dossier kept its promise; published in the reports.</summary>
public enum Punctuality
{
    /// <summary>Trước hạn: finished on a day before the day it was owed.</summary>
    Ahead,

    /// <summary>Đúng hạn: finished on that day, not after its hour.</summary>
    OnTime,

    /// <summary>Quá hạn.</summary>
    Late,
}

public static class Punctualities
{
    /// <summary>
    /// The rule we publish: the moment the result was released to the one-stop counts, not the citizen's pick-up, and it is judged on
    /// <see cref="Deadline.OwedAt"/>. Whole minutes, because papers show no seconds. A dossier still open is judged at the cut-off of the report.
    /// </summary>
    public static Punctuality Of(DateTimeOffset finishedAt, DateTimeOffset owedAt)
    {
        if (WorkingTime.DayOf(finishedAt) < WorkingTime.DayOf(owedAt))
        {
            return Punctuality.Ahead;
        }

        return Minute(finishedAt) <= Minute(owedAt) ? Punctuality.OnTime : Punctuality.Late;
    }

    private static long Minute(DateTimeOffset instant) => instant.UtcTicks / TimeSpan.TicksPerMinute;
}
