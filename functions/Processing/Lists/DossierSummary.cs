using PublicAdmin.Dossiers;
using PublicAdmin.Platform;

namespace PublicAdmin.Processing.Lists;

/// <summary>A dossier as one line of a list; the personal number is masked.</summary>
/// <param name="CentralCode">The code it has on the National Portal; null for none.</param>
public sealed record DossierSummary(
    DossierCode Code,
    string Procedure,
    string Applicant,
    string PersonalNumber,
    Phase Phase,
    Text PhaseName,
    string Receipt,
    string Holding,
    DateTimeOffset SubmittedAt,
    DateTimeOffset? DueAt,
    string? CentralCode)
{
    public static DossierSummary Of(Dossier dossier) => new(
        dossier.Code,
        dossier.Procedure.Code,
        dossier.Applicant.Name,
        PartyNumbers.Masked(dossier.Applicant.PersonalNumber),
        dossier.Phase,
        PhaseTexts.Of(dossier.Phase).Name,
        dossier.Places.Receipt,
        dossier.Holding,
        dossier.SubmittedAt.Here(),
        dossier.Deadline?.DueAt.Here(),
        dossier.Portal.CentralCode);
}
