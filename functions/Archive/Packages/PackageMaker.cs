using System.Globalization;
using System.Text;
using PublicAdmin.Audit;
using PublicAdmin.Dossiers;
using PublicAdmin.Identity;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Reference;
using PublicAdmin.Platform.Storage;
using PublicAdmin.Signing;

namespace PublicAdmin.Archive.Packages;

/// <summary>
/// Makes a dossier's package: papers, history, the seals that prove it, what was found about each signature, signed by the agency. It is streamed to its place;
/// one that was never finished is found by nobody.
/// </summary>
public sealed class PackageMaker(
    DossierContents contents, SealProofs proofs, LongTermProofs signatures, AgencySeals seals, KeepingTerms terms, IBlobs blobs, TimeProvider clock)
{
    private const string Zip = "application/zip";

    private static readonly string Guide = Resources.Text("Archive.Packages.readme.txt");

    public async Task<Result<ArchivePackage>> MakeAsync(Dossier dossier, int number, Caller caller, KeepingTerm? term, CancellationToken ct)
    {
        if (await proofs.FindAsync(dossier.Code, ct) is not { } proof)
        {
            return ArchiveRefusals.NotSealedYet.With(dossier.Code);
        }

        if (!proof.Holds)
        {
            return ArchiveRefusals.HistoryDiffers.With(dossier.Code, proof.Day);
        }

        if (!(await contents.ListAsync(dossier, caller, ct)).Try(out var files, out var refusal))
        {
            return refusal;
        }

        var name = string.Create(CultureInfo.InvariantCulture, $"{dossier.Code}/{number}-{Guid.NewGuid():N}.zip");
        await using var target = new BlockStream(blobs, new BlobName(Containers.Archive, name));
        var metadata = PackageMetadata.Of(dossier, seals.NamesOf(dossier), terms.Profile, term, files);
        if (!(await WriteAsync(target, dossier, metadata, files, proof, ct)).Try(out var count, out refusal))
        {
            return refusal;
        }

        var sha256 = await target.CommitAsync(Zip, ct);
        return new ArchivePackage(number, name, sha256, target.Written, count, clock.Now());
    }

    private async Task<Result<int>> WriteAsync(
        Stream target, Dossier dossier, PackageMetadata metadata, IReadOnlyList<PackedFile> files, SealProof proof, CancellationToken ct)
    {
        await using var bag = new BagWriter(target, dossier.Code.ToString(), clock.Now());
        await bag.AddJsonAsync("metadata.json", metadata, ct);
        await bag.AddAsync("metadata.xml", new MemoryStream(Encoding.UTF8.GetBytes($"{metadata.ToXml()}\n")), ct);
        foreach (var file in files)
        {
            await using var content = await file.OpenAsync(blobs, ct);
            await bag.AddAsync(file.Path, content, ct);
            await AddReportAsync(bag, file, ct);
        }

        await bag.AddAsync("history.jsonl", new MemoryStream(proof.History), ct);
        if (proof.Key is { } key)
        {
            await bag.AddAsync("seals/record.key", new MemoryStream(Encoding.ASCII.GetBytes($"{key}\n")), ct);
            await bag.AddAsync("seals/record.dictionary", new MemoryStream(RowTexts.Dictionary), ct);
        }

        foreach (var seal in proof.Files)
        {
            await bag.AddAsync($"seals/{seal.Name}", new MemoryStream(seal.Bytes), ct);
        }

        await bag.TagAsync("README.txt", Guide, ct);
        var refusal = await bag.CloseAsync(InfoOf(metadata), (manifest, token) => seals.SignAsync(dossier, manifest, token), ct);
        return refusal is null ? bag.Files : refusal;
    }

    private async Task AddReportAsync(BagWriter bag, PackedFile file, CancellationToken ct)
    {
        if (file is { IsSignedPdf: true, Bytes: { } pdf } && await signatures.VerifyAsync(pdf, ct) is { Signatures.Count: > 0 } report)
        {
            var name = file.Path["documents/".Length..].Replace('/', '-');
            await bag.AddJsonAsync($"signatures/{name}.json", report, ct);
        }
    }

    private IEnumerable<(string Name, string Value)> InfoOf(PackageMetadata metadata) =>
    [
        ("Source-Organization", metadata.TenCoQuan),
        ("External-Identifier", metadata.MaHoSo),
        ("External-Description", metadata.TieuDe),
        ("Bagging-Date", clock.Today().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
    ];
}
