using PublicAdmin.Dossiers;
using PublicAdmin.Identity;
using PublicAdmin.Offices;
using PublicAdmin.Signing.Certificates;

namespace PublicAdmin.Results;

/// <summary>Who signs a dossier's papers and whose seal closes them.</summary>
public sealed class PaperSigners(PaperNames names, StaffDirectory staff)
{
    /// <summary>The leader who approved.</summary>
    public Task<SigningOwner> LeaderOfAsync(Dossier dossier, CancellationToken ct) =>
        PersonAsync(dossier.Approver ?? throw new InvalidOperationException($"{dossier.Code} was approved by nobody."), dossier, ct);

    /// <summary>A member of staff who signs for the agency that holds the dossier.</summary>
    public Task<SigningOwner> PersonAsync(string id, Dossier dossier, CancellationToken ct) => PersonAsync(id, AgencyOf(dossier).Name, ct);

    /// <summary>Whoever signs a form: the person of the event it tells of.</summary>
    public Task<SigningOwner> SignerOfAsync(OfficialForm form, DossierEvent e, Dossier dossier, CancellationToken ct) =>
        PersonAsync(e.Stamp.By, SealOf(form, e, dossier).Name, ct);

    /// <summary>The agency whose name stands on the result.</summary>
    public SigningOwner AgencyOf(Dossier dossier)
    {
        var office = names.OfficeOf(dossier.Holding, dossier);
        return new SigningOwner(SigningKeyNames.OfSeal(office.Code), office.Authority.Vi, office.Authority.Vi);
    }

    /// <summary>
    /// The center that received. In a commune it shares the committee's code and has a seal of its own; that of the province is an office by itself.
    /// </summary>
    public SigningOwner CenterOf(Dossier dossier)
    {
        var office = names.OfficeOf(dossier.Places.Receipt, dossier);
        return new SigningOwner(
            office.IsCommune ? SigningKeyNames.OfCenter(office.Code) : SigningKeyNames.OfSeal(office.Code), office.Name.Vi, office.Authority.Vi);
    }

    /// <summary>Whose seal a form bears.</summary>
    public SigningOwner SealOf(OfficialForm form, DossierEvent e, Dossier dossier) => IsOfCenter(form, e) ? CenterOf(dossier) : AgencyOf(dossier);

    /// <summary>Whether the center heads, numbers and seals a form, or the agency.</summary>
    public static bool IsOfCenter(OfficialForm form, DossierEvent e) =>
        form.Issuer is FormIssuer.Center || (form.Issuer is FormIssuer.Asker && e.Stamp.As is nameof(Role.Clerk) or nameof(Role.System));

    private async Task<SigningOwner> PersonAsync(string id, string body, CancellationToken ct) =>
        new(SigningKeyNames.OfPerson(id), (await staff.FindAsync(id, ct))?.Name ?? (id == Stamp.Clockwork ? body : id), body);
}
