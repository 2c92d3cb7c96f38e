using System.Globalization;
using PublicAdmin.Dossiers;
using PublicAdmin.Identity;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;
using PublicAdmin.Platform.Storage;

namespace PublicAdmin.Results.Copies;

/// <summary>
/// Where originals shown at the counter become certified electronic copies: the leader of the holding agency compares and signs, the agency seals, and
/// the copy gets its number in the book. Asking again gives the same copy.
/// </summary>
public sealed class CopyDesk(
    CertifiedCopies copies, PaperNumbers numbers, PaperNames names, PaperSigners owners, ScannedOriginal original, IBlobs blobs, TimeProvider clock)
{
    private static readonly Phase[] AtWork = [Phase.Received, Phase.Assigned, Phase.Proposed, Phase.Approved, Phase.Issued];

    private Task<byte[]?> FindAsync(Dossier dossier, string component, CancellationToken ct) => blobs.ReadAsync(NameOf(dossier, component), ct);

    public async Task<Result<byte[]>> CertifyAsync(Dossier dossier, string component, Caller caller, CancellationToken ct)
    {
        if (!caller.Has(Role.Leader, dossier.Holding))
        {
            return ResultRefusals.CopyNotYours.With(dossier.Code);
        }

        if (!names.MakesCopies(dossier) || !AtWork.Contains(dossier.Phase))
        {
            return ResultRefusals.CopyNotAsked.With(dossier.Code);
        }

        if (!names.IsOriginal(dossier, component))
        {
            return ResultRefusals.CopyOfNoOriginal.With(dossier.Code, component);
        }

        if (await FindAsync(dossier, component, ct) is { } kept)
        {
            return kept;
        }

        var scan = await original(dossier, component, caller, ct);
        return scan.Try(out var pdf, out var refusal) ? await MakeAsync(dossier, component, caller, pdf, ct) : refusal;
    }

    private async Task<Result<byte[]>> MakeAsync(Dossier dossier, string component, Caller caller, byte[] pdf, CancellationToken ct)
    {
        var person = await owners.PersonAsync(caller.Id, dossier, ct);
        var made = await copies.CertifyAsync(pdf, person, owners.AgencyOf(dossier), await NumberAsync(dossier, component, ct), clock.Now(), ct);
        if (made.Try(out var copy, out var refusal))
        {
            await blobs.CreateAsync(NameOf(dossier, component), new MemoryStream(copy.Pdf), SignedResults.FactsOf(copy.By), ct);
            return await FindAsync(dossier, component, ct) ?? copy.Pdf; // A second request may have been quicker.
        }

        return refusal;
    }

    private async Task<string> NumberAsync(Dossier dossier, string component, CancellationToken ct)
    {
        var year = clock.Today().Year;
        var number = await numbers.NumberAsync(dossier.Holding, "SCT-BS", year, dossier.Code, $"copy-{component}", ct);
        return string.Create(CultureInfo.InvariantCulture, $"{number}, quyển số 01/{year}-SCT/BS");
    }

    internal static BlobName NameOf(Dossier dossier, string component) => new(Containers.Results, $"{dossier.Code}/copies/{component}.pdf");
}
