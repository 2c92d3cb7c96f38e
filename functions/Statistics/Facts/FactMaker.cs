using PublicAdmin.Deadlines;
using PublicAdmin.Deadlines.Hours;
using PublicAdmin.Dossiers;
using PublicAdmin.Dossiers.Rows;
using PublicAdmin.Offices;
using PublicAdmin.Procedures;

namespace PublicAdmin.Statistics.Facts;

/// <summary>
/// Makes the fact of a dossier from its events and the versions it pinned. Changing nothing, reading no clock: the same events give the same fact.
/// </summary>
public sealed class FactMaker(DossierTerms terms, ProcedureCatalogue procedures, OfficeDirectory offices)
{
    private const string UnknownSector = "khac";

    /// <param name="events">All of them, oldest first.</param>
    /// <param name="vote">What its citizen thought of it.</param>
    /// <exception cref="InvalidDataException">They do not begin with a filing.</exception>
    public Fact Of(IReadOnlyList<RecordedEvent> events, Vote? vote = null)
    {
        if (events is not [{ Event: Submitted submitted }, ..])
        {
            throw new InvalidDataException("The events do not begin with a filing.");
        }

        var dossier = DossierHistory.From(submitted);
        var walk = new StepWalk();
        walk.Add(dossier, submitted.Stamp.At, DecideBy(dossier));
        foreach (var (_, e) in events.Skip(1))
        {
            dossier = dossier.Apply(e);
            walk.Add(dossier, e.Stamp.At, dossier.Deadline is null && dossier.Phase is Phase.Registered ? DecideBy(dossier) : null);
        }

        var pinned = procedures.Find(dossier.Procedure.Code, dossier.Procedure.Version);
        return new Fact(
            dossier.Code, dossier.Procedure.Code, pinned?.Sector.Code ?? UnknownSector, IntakeOf(submitted.Filing), dossier.Places.Receipt,
            dossier.Places.Competent, FactMarks.Of(dossier, submitted, events, IsNonTerritorial(dossier)), walk.Steps(), FactMarks.PaidOf(submitted, events),
            vote);
    }

    // Received by another commune than the competent one, or by the provincial centre for a commune.
    private bool IsNonTerritorial(Dossier dossier)
    {
        var (places, day) = (dossier.Places, WorkingTime.DayOf(dossier.SubmittedAt));
        return places.Competent is { } code && offices.Find(code, day) is { IsCommune: true } competent
            && offices.Find(places.Receipt, day) is { IsCenter: true } receipt
            && receipt.Unit != competent.Unit;
    }

    private DateTimeOffset DecideBy(Dossier dossier) => terms.DecideBy(dossier);

    // What was possible online is a property of the procedure on the day of filing, not of today's.
    private Intake IntakeOf(Filing filing) => filing.Channel switch
    {
        Channel.Counter => Intake.Counter,
        Channel.Post => Intake.Post,
        Channel.Assisted => Intake.Assisted,
        _ => procedures.Find(filing.Procedure.Code, filing.Procedure.Version)?.Mode.Kind switch
        {
            ServiceModeKind.Full => Intake.OnlineFull,
            ServiceModeKind.Partial => Intake.OnlinePartial,
            _ => Intake.OnlineOther,
        },
    };
}
