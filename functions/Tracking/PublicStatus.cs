using PublicAdmin.Dossiers;
using PublicAdmin.Platform;

namespace PublicAdmin.Tracking;

/// <summary>The only shape the public ever sees of a dossier.</summary>
/// <param name="StatusCode">TrangThaiHoSo, 1 to 10.</param>
/// <param name="Next">What happens next.</param>
/// <param name="PromisedAt">The date printed on the receipt; never moves.</param>
/// <param name="DueAt">The date as it is now.</param>
/// <param name="StandsUntil">While it is posted publicly: when the clock runs again.</param>
/// <param name="Parts">Of a linked case: what each agency does; empty for any other.</param>
/// <param name="Provisional">The date reaches into a year whose holidays are not decided yet.</param>
/// <param name="ReturnedAt">When it was given back: from then on it can be rated for 30 days; null before.</param>
/// <param name="CentralCode">The code it has on the National Portal; null for none.</param>
public sealed record PublicStatus(
    DossierCode Code,
    string Procedure,
    int StatusCode,
    Text Status,
    Text Next,
    string Holding,
    DateTimeOffset SubmittedAt,
    DateTimeOffset? PromisedAt,
    DateTimeOffset? DueAt,
    DateTimeOffset? StandsUntil,
    bool Provisional,
    IReadOnlyList<PublicStep> Timeline,
    IReadOnlyList<PublicPart> Parts,
    DateTimeOffset? ReturnedAt,
    string? CentralCode)
{
    public static PublicStatus Of(Dossier dossier)
    {
        var text = PhaseTexts.Of(dossier.Phase);
        return new PublicStatus(
            dossier.Code,
            dossier.Procedure.Code,
            (int)dossier.Phase.National(),
            text.Name,
            dossier.Revocation?.Sentence ?? text.Next,
            dossier.Holding,
            dossier.SubmittedAt.Here(),
            (dossier.Deadline?.PromisedAt ?? dossier.Parts().Max(part => part.PromisedAt))?.Here(),
            dossier.Deadline?.DueAt.Here(),
            dossier.OpenPause?.Until?.Here(),
            dossier.Deadline is { IsProvisional: true },
            [.. dossier.Milestones.Select(milestone => new PublicStep(PhaseTexts.Of(milestone.Phase).Name, milestone.At.Here()))],
            [.. dossier.Parts().Select(PublicPart.Of)],
            dossier.Milestones.LastOrDefault(milestone => milestone.Phase is Phase.Returned)?.At.Here(),
            dossier.Portal.CentralCode);
    }
}

/// <summary>One agency's part of a linked case.</summary>
/// <param name="Code">Of our dossier, or the other agency's own; null until there is one.</param>
/// <param name="Waits">It has not begun: the part before it is not done.</param>
public sealed record PublicPart(
    Text Name, Text Agency, string? Code, int StatusCode, Text Status, bool Waits, DateTimeOffset? PromisedAt, DateTimeOffset? DoneAt)
{
    public static PublicPart Of(CasePart part) => new(
        part.Name, part.Agency, part.Code, (int)part.Phase.National(), PhaseTexts.Of(part.Phase).Name, !part.HasBegun && part.Forwarding is null,
        part.PromisedAt?.Here(), part.DoneAt?.Here());
}

/// <summary>One step of the timeline.</summary>
public sealed record PublicStep(Text What, DateTimeOffset At);
