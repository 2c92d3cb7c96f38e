using System.Globalization;
using System.Text;
using PublicAdmin.Audit;
using PublicAdmin.Dossiers;
using PublicAdmin.Identity;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Reference;
using PublicAdmin.Platform.Storage;

namespace PublicAdmin.Archive.Packages;

/// <summary>
/// Makes a dossier's package: papers, history, the seals that prove it, what was found about each signature, signed by the agency. It is streamed to its place;
/// one that was never finished is found by nobody.
/// </summary>
public sealed class PackageMaker(
    DossierContents contents, SealProofs proofs, PackedDocuments documents, AgencySeals seals, KeepingTerms terms, IBlobs blobs, TimeProvider clock)
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
        if (!(await WriteAsync(target, dossier, term, files, proof, ct)).Try(out var count, out refusal))
        {
            return refusal;
        }

        var sha256 = await target.CommitAsync(Zip, ct);
        return new ArchivePackage(number, name, sha256, target.Written, count, clock.Now());
    }

    private async Task<Result<int>> WriteAsync(
        Stream target, Dossier dossier, KeepingTerm? term, IReadOnlyList<PackedFile> files, SealProof proof, CancellationToken ct)
    {
        await using var bag = new BagWriter(target, dossier.Code.ToString(), clock.Now());
        var packed = await documents.WriteAsync(bag, dossier, files, ct);
        var metadata = PackageMetadata.Of(dossier, seals.NamesOf(dossier), terms.Profile, term, packed);
        await bag.AddJsonAsync("metadata.json", metadata, ct);
        await bag.AddAsync("metadata.xml", new MemoryStream(Encoding.UTF8.GetBytes($"{metadata.ToXml()}\n")), ct);
        await bag.AddAsync("history.jsonl", new MemoryStream(proof.History), ct);
        if (proof.Key is { } key)
        {
            await bag.AddAsync("seals/record.key", new MemoryStream(Encoding.ASCII.GetBytes($"{key}\n")), ct);
            foreach (var (n, dictionary) in RowTexts.Numbered)
            {
                await bag.AddAsync(string.Create(CultureInfo.InvariantCulture, $"seals/record-{n}.dictionary"), new MemoryStream(dictionary), ct);
            }
        }

        foreach (var seal in proof.Files)
        {
            await bag.AddAsync($"seals/{seal.Name}", new MemoryStream(seal.Bytes), ct);
        }

        await bag.TagAsync("README.txt", Guide, ct);
        var refusal = await bag.CloseAsync(InfoOf(metadata), (manifest, token) => seals.SignAsync(dossier, manifest, token), ct);
        return refusal is null ? bag.Files : refusal;
    }

    private IEnumerable<(string Name, string Value)> InfoOf(PackageMetadata metadata) =>
    [
        ("Source-Organization", metadata.TenCoQuan),
        ("External-Identifier", metadata.MaHoSo),
        ("External-Description", metadata.TieuDe),
        ("Bagging-Date", clock.Today().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
    ];
}
