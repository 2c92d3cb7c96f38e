using PublicAdmin.Dossiers;
using PublicAdmin.Forms.Official;
using PublicAdmin.Offices;
using PublicAdmin.Platform;
using PublicAdmin.Procedures;

namespace PublicAdmin.Results;

/// <summary>How a dossier's papers name offices, its procedure and its parties.</summary>
public sealed class PaperNames(OfficeDirectory offices, ProcedureCatalogue procedures, QrTokens tokens)
{
    /// <summary>The office as it was when the dossier was filed.</summary>
    public OfficeVersion OfficeOf(string code, Dossier dossier) => offices.Find(code, DateOnly.FromDateTime(dossier.SubmittedAt.Here().DateTime))
        ?? throw new InvalidOperationException($"There is no office {code}.");

    /// <summary>The agency that holds the dossier, as the head of its papers.</summary>
    public IssuingAgency AgencyOf(Dossier dossier)
    {
        var office = OfficeOf(dossier.Holding, dossier);
        return new(null, office.Authority.Vi, office.PlaceName());
    }

    /// <summary>The center that received, below the body it belongs to.</summary>
    public IssuingAgency CenterOf(Dossier dossier)
    {
        var office = OfficeOf(dossier.Places.Receipt, dossier);
        return new(office.Authority.Vi, office.DeskName(), office.PlaceName()) { FullName = office.Name.Vi };
    }

    public ProcedureVersion? ProcedureOf(Dossier dossier) => procedures.Find(dossier.Procedure.Code, dossier.Procedure.Version)
        ?? procedures.Find(dossier.Procedure.Code, DateOnly.FromDateTime(dossier.SubmittedAt.Here().DateTime));

    /// <summary>Whether the procedure's result is a certified copy.</summary>
    public bool MakesCopies(Dossier dossier) => ProcedureOf(dossier)?.CertifiesCopies is true;

    /// <summary>Whether a component is the original shown at the desk, of which copies are certified.</summary>
    public bool IsOriginal(Dossier dossier, string component) =>
        ProcedureOf(dossier)?.Components.Any(one => one.Id == component && one.Form is ComponentForm.Shown) is true;

    public string ProcedureName(Dossier dossier) => ProcedureOf(dossier)?.Name.Vi ?? dossier.Procedure.Code;

    /// <summary>What every paper says first, with a QR code that says it is the dossier's.</summary>
    public async Task<DossierHead> HeadAsync(Dossier dossier, CancellationToken ct) =>
        HeadOf(dossier, await tokens.AddressOfAsync(dossier, isResult: false, ct));

    /// <summary>The same with a QR code that names what was approved.</summary>
    public async Task<DossierHead> ResultHeadAsync(Dossier dossier, CancellationToken ct) =>
        HeadOf(dossier, await tokens.AddressOfAsync(dossier, isResult: true, ct));

    private DossierHead HeadOf(Dossier dossier, string check) => new(dossier.Code.ToString(), ProcedureName(dossier), PartyOf(dossier), check)
    {
        CentralCode = dossier.Portal.CentralCode,
    };

    private static Party PartyOf(Dossier dossier)
    {
        var one = dossier.Applicant;
        return new(one.Name, one.PersonalNumber, one.Address, one.Phone, one.Email)
        {
            IsOrganisation = one.Kind is ApplicantKind.Organisation,
            Representative = dossier.Representative?.Name,
        };
    }
}
