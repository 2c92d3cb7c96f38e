using System.Runtime.CompilerServices;
using PublicAdmin.Dossiers;
using PublicAdmin.Offices;
using PublicAdmin.Platform;

namespace PublicAdmin.Deadlines;

/// <summary>What a changed calendar would make of a date already promised.</summary>
public enum CalendarEffect
{
    /// <summary>The office has fewer working days than it counted on. The date stays: it never moves later without the citizen knowing.</summary>
    LessTime,

    /// <summary>The office has more working days than it counted on.</summary>
    MoreTime,
}

/// <summary>A dossier whose date was counted with another calendar than today's.</summary>
/// <param name="PromisedAt">Printed on the receipt; stays.</param>
/// <param name="CountedNow">What the same term would give by the present calendar.</param>
public sealed record ImpactLine(
    DossierCode Code, string Office, string Procedure, DateTimeOffset PromisedAt, DateTimeOffset CountedNow, CalendarEffect Effect, string CountedWith);

/// <summary>
/// The run after a calendar change (rà soát ảnh hưởng): every open dossier whose promise the present calendar would count otherwise.
/// Reads the offices' work lists from today on, once; nothing else needs it.
/// </summary>
public sealed class CalendarImpact(CalendarBook calendar, DossierTerms terms, DossierStore dossiers, OfficeDirectory offices, OpenWork work, TimeProvider clock)
{
    public async IAsyncEnumerable<ImpactLine> LinesAsync([EnumeratorCancellation] CancellationToken ct)
    {
        foreach (var office in offices.All(clock.Today()))
        {
            await foreach (var code in work.DueFromAsync(office.Code, clock.GetUtcNow(), ct))
            {
                if (await dossiers.FindAsync(code, ct) is { } stored && LineOf(stored.Dossier) is { } line)
                {
                    yield return line;
                }
            }
        }
    }

    private ImpactLine? LineOf(Dossier dossier)
    {
        if (terms.FactsOf(dossier) is not { } facts || facts.Deadline.CalendarVersion == VersionNow(facts.Deadline))
        {
            return null;
        }

        var (then, now) = (terms.Recount(dossier, terms.PinnedTimeOf(dossier)), terms.Recount(dossier, terms.TimeOf(dossier)));
        return then == now ? null : new ImpactLine(
            dossier.Code, dossier.Holding, dossier.Procedure.Code, facts.Deadline.PromisedAt.Here(), now,
            now > then ? CalendarEffect.LessTime : CalendarEffect.MoreTime, facts.Deadline.CalendarVersion);
    }

    private string VersionNow(Deadline deadline) =>
        calendar.Current.Calendar.VersionFor(WorkingTime.DayOf(deadline.ReceivedAt), WorkingTime.DayOf(deadline.PromisedAt));
}
