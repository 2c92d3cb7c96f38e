using PublicAdmin.Dossiers;
using PublicAdmin.Dossiers.Projection;
using PublicAdmin.Submission.Elsewhere;

namespace PublicAdmin.Linked;

/// <summary>
/// The parts other agencies do, among the mirrors of the receiving office: counted apart like those of a ministry's own system, with the agency's code and
/// state.
/// </summary>
internal sealed class LinkedMirrors : IDossierList
{
    public IEnumerable<ListRow> RowsOf(Dossier dossier) =>
        from part in dossier.Parts()
        where part is { Outside: true, Code: not null, ReportedAt: not null }
        select MirrorBook.RowOf(MirrorOf(dossier, part));

    private static Mirror MirrorOf(Dossier dossier, CasePart part) => new(
        part.Code!, part.Procedure ?? dossier.Procedure.Code, dossier.Places.Receipt, dossier.Applicant.Name,
        PartyNumbers.Masked(dossier.Applicant.PersonalNumber), part.Phase.National(), part.Forwarding!.At ?? part.ReportedAt!.Value,
        part.PromisedAt, part.Result?.Link, part.ReportedAt!.Value);
}
