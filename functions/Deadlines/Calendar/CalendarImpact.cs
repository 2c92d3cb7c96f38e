using System.Runtime.CompilerServices;
using PublicAdmin.Deadlines.Hours;
using PublicAdmin.Dossiers;
using PublicAdmin.Dossiers.Rows;
using PublicAdmin.Offices;
using PublicAdmin.Platform;

namespace PublicAdmin.Deadlines.Calendar;

/// <summary>What a changed calendar would make of a date already promised.</summary>
public enum CalendarEffect
{
    /// <summary>The office is closed on the very day it promised: the result must be there on the working day before.</summary>
    ClosedDay,

    /// <summary>The office has fewer working days than it counted on. The date stays: it never moves later without the citizen knowing.</summary>
    LessTime,

    /// <summary>The office has more working days than it counted on.</summary>
    MoreTime,
}

/// <summary>A dossier whose date was counted with another calendar than today's.</summary>
/// <param name="PromisedAt">Printed on the receipt; stays.</param>
/// <param name="CountedNow">What the same term would give by the present calendar.</param>
/// <param name="ReadyBy">The promise, or closing time of the last working day before it when the office is closed then.</param>
/// <param name="CalendarNow">The version the promise would be counted with today.</param>
public sealed record ImpactLine(
    DossierCode Code,
    string Office,
    string Procedure,
    DateTimeOffset PromisedAt,
    DateTimeOffset CountedNow,
    CalendarEffect Effect,
    DateTimeOffset ReadyBy,
    string CountedWith,
    string CalendarNow);

/// <summary>
/// The run after a calendar change (rà soát ảnh hưởng): every open dossier whose promise the present calendar would count otherwise.
/// Reads the offices' work lists from today on, once; nothing else needs it.
/// </summary>
public sealed class CalendarImpact(CalendarBook calendar, DossierTerms terms, DossierStore dossiers, OfficeDirectory offices, OpenWork work, TimeProvider clock)
{
    public IAsyncEnumerable<ImpactLine> LinesAsync(CancellationToken ct) => LinesAsync(calendar.Current, ct);

    /// <summary>The same as if a plan held that nobody has entered yet.</summary>
    public IAsyncEnumerable<ImpactLine> LinesAsync(YearPlan tried, CancellationToken ct) =>
        LinesAsync(calendar.Current with { Calendar = calendar.Current.Calendar.With(tried) }, ct);

    private async IAsyncEnumerable<ImpactLine> LinesAsync(OfficeTimes times, [EnumeratorCancellation] CancellationToken ct)
    {
        foreach (var office in offices.All(clock.Today()))
        {
            await foreach (var code in work.DueFromAsync(office.Code, clock.GetUtcNow(), ct))
            {
                if (await dossiers.FindAsync(code, ct) is { } stored && Find(stored.Dossier, times) is { } line)
                {
                    yield return line;
                }
            }
        }
    }

    /// <summary>Null when the present calendar changes nothing for the dossier, or it is finished.</summary>
    public ImpactLine? Find(Dossier dossier) => Find(dossier, calendar.Current);

    private ImpactLine? Find(Dossier dossier, OfficeTimes times)
    {
        if (dossier is not { IsOpen: true, DoneAt: null } || terms.FactsOf(dossier) is not { } facts
            || facts.Deadline.CalendarVersion == VersionIn(times, facts.Deadline))
        {
            return null;
        }

        var (promised, time) = (facts.Deadline.PromisedAt.Here(), DossierTerms.TimeOf(dossier, times));
        var (then, now) = (terms.Recount(dossier, terms.PinnedTimeOf(dossier)), terms.Recount(dossier, time));
        var (day, isClosed) = (WorkingTime.DayOf(promised), !time.Calendar.IsWorkingDay(WorkingTime.DayOf(promised)));
        if (then == now && !isClosed)
        {
            return null;
        }

        var effect = isClosed ? CalendarEffect.ClosedDay : now > then ? CalendarEffect.LessTime : CalendarEffect.MoreTime;
        var readyBy = isClosed ? time.Closing(time.Calendar.WorkingDayBefore(day)) : promised;
        return new ImpactLine(
            dossier.Code, dossier.Holding, dossier.Procedure.Code, promised, now, effect, readyBy, facts.Deadline.CalendarVersion,
            VersionIn(times, facts.Deadline));
    }

    private static string VersionIn(OfficeTimes times, Deadline deadline) =>
        times.Calendar.VersionFor(WorkingTime.DayOf(deadline.ReceivedAt), WorkingTime.DayOf(deadline.PromisedAt));
}
