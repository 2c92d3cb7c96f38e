using PublicAdmin.Dossiers;
using PublicAdmin.Platform;
using PublicAdmin.Results;
using PublicAdmin.Signing;

namespace PublicAdmin.Archive.Packages;

/// <summary>Seals a list of files for the agency that holds a dossier.</summary>
public sealed class AgencySeals(DetachedSeals seals, PaperSigners owners, PaperNames names)
{
    public async Task<Result<byte[]>> SignAsync(Dossier dossier, byte[] content, CancellationToken ct)
    {
        try
        {
            return await seals.SignAsync(content, owners.AgencyOf(dossier), ct);
        }
        catch (SigningKeysBusyException e)
        {
            return ResultRefusals.Busy(e);
        }
    }

    public (string Agency, string Procedure) NamesOf(Dossier dossier) =>
        (names.OfficeOf(dossier.Holding, dossier).Authority.Vi, names.ProcedureName(dossier));
}
