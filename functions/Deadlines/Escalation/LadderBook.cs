using PublicAdmin.Deadlines.Hours;
using PublicAdmin.Dossiers;
using PublicAdmin.Platform.Reference;

namespace PublicAdmin.Deadlines.Escalation;

/// <summary>The ladders: those of administrators over the one that ships. The closest fit counts: procedure and office, procedure, office, all.</summary>
public sealed class LadderBook(ReferenceVersions<EscalationLadder> stored) : IReferenceData
{
    private static readonly EscalationLadder[] Shipped = Resources.Json<EscalationLadder[]>("Deadlines.escalation.json");

    private volatile IReadOnlyList<EscalationLadder> _versions = Shipped;
    private volatile Timelines<EscalationLadder> _ladders = new(Shipped);

    /// <summary>Every version of every ladder.</summary>
    public IReadOnlyList<EscalationLadder> Versions => _versions;

    /// <summary>The rungs of a dossier with a deadline.</summary>
    public IReadOnlyList<Rung> RungsFor(Dossier dossier) =>
        _ladders.All(DayOf(dossier)).MaxBy(ladder => ladder.FitOf(dossier.Procedure.Code, dossier.Holding) ?? -1)!.Rungs;

    /// <summary>
    /// A rung by its code. Between the alarm and its letter a dossier may have been transferred or extended and so have come under
    /// another ladder; then the rung of whatever ladder had it is taken, because a letter to nobody would be an escalation lost.
    /// </summary>
    public Rung RungOf(Dossier dossier, string code) => code == EscalationLadder.Intake.Code
        ? EscalationLadder.Intake
        : RungsFor(dossier)
            .Concat(_versions.OrderByDescending(ladder => ladder.FitOf(dossier.Procedure.Code, dossier.Holding) ?? -1).SelectMany(ladder => ladder.Rungs))
            .First(rung => rung.Code == code);

    public async Task RefreshAsync(CancellationToken ct)
    {
        var added = await stored.LoadAsync(ct);
        _versions = [
            .. added.Concat(Shipped).DistinctBy(ladder => (ladder.Code, ladder.ValidFrom)).OrderBy(ladder => ladder.Code, StringComparer.Ordinal)
                .ThenBy(ladder => ladder.ValidFrom)];
        _ladders = new(_versions);
    }

    private static DateOnly DayOf(Dossier dossier) => WorkingTime.DayOf(dossier switch
    {
        { Extension: { } extension } => extension.At,
        { Deadline: { } deadline } => deadline.ReceivedAt,
        _ => dossier.SubmittedAt,
    });
}
