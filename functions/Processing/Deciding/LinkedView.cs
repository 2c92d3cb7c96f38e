using PublicAdmin.Dossiers;
using PublicAdmin.Dossiers.Rows;
using PublicAdmin.Identity;
using PublicAdmin.Platform;

namespace PublicAdmin.Processing.Deciding;

/// <summary>What joins a dossier to others, as one of its readers sees it.</summary>
/// <param name="Case">Of which case it is a part; null for the case itself.</param>
public sealed record LinkedView(DossierCode? Case, IReadOnlyList<PartView> Parts)
{
    public static LinkedView? Of(Dossier dossier, Caller reader) => dossier.Linked is { } linked
        ? new(linked.Of?.Case, [.. linked.Parts.Select(part => PartView.Of(part, reader.Kind is CallerKind.Staff, reader.MaySeeApplicantsOwn(dossier)))])
        : null;
}

/// <summary>One agency's part.</summary>
/// <param name="Code">Of our dossier, or the other agency's own; null until there is one.</param>
/// <param name="StatusCode">TrangThaiHoSo, 1 to 10.</param>
/// <param name="Waits">It has not begun: the part before it is not done.</param>
/// <param name="Result">For the citizen once the agency has handed it over, and not while a proxy's authority is unproven.</param>
/// <param name="Forwarding">The clock of handing the data on; staff only.</param>
/// <param name="Evidence">What proves the last report; staff only.</param>
public sealed record PartView(
    string Id, Text Name, Text Agency, bool Outside, string? Code, Phase Phase, int StatusCode, Text PhaseName, bool Waits, DateTimeOffset? PromisedAt,
    DateTimeOffset? DoneAt, PartResult? Result, string? Reason, Forwarding? Forwarding, string? Evidence)
{
    public static PartView Of(CasePart part, bool staff, bool own) => new(
        part.Id, part.Name, part.Agency, part.Outside, part.Code, part.Phase, (int)part.Phase.National(), PhaseTexts.Of(part.Phase).Name,
        !part.HasBegun && part.Forwarding is null, part.PromisedAt?.Here(), part.DoneAt?.Here(),
        staff || (own && (part.Outside || part.Phase is Phase.Returned)) ? part.Result : null, part.Reason,
        staff ? Here(part.Forwarding) : null, staff ? part.Evidence : null);

    private static Forwarding? Here(Forwarding? clock) => clock is null ? null : clock with
    {
        Since = clock.Since.Here(),
        By = clock.By.Here(),
        At = clock.At?.Here(),
        AcknowledgeBy = clock.AcknowledgeBy?.Here(),
        AcknowledgedAt = clock.AcknowledgedAt?.Here(),
    };
}
