using PublicAdmin.Dossiers;
using PublicAdmin.Platform;

namespace PublicAdmin.Processing.Lists;

/// <summary>A dossier as one line of a list; the personal number is masked.</summary>
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
    DateTimeOffset? DueAt)
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
        dossier.Deadline?.DueAt.Here());
}
