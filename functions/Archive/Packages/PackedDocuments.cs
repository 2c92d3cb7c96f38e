using PublicAdmin.Dossiers;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Storage;
using PublicAdmin.Signing;

namespace PublicAdmin.Archive.Packages;

/// <summary>Writes the documents of a package, each followed by its preservation copy and by what was found about its signatures.</summary>
public sealed class PackedDocuments(PreservationCopies preservation, LongTermProofs signatures, IBlobs blobs)
{
    internal async Task<IReadOnlyList<Packed>> WriteAsync(BagWriter bag, Dossier dossier, IReadOnlyList<PackedFile> files, CancellationToken ct)
    {
        var packed = new List<Packed>();
        foreach (var file in files)
        {
            await AddAsync(bag, file, ct);
            await AddReportAsync(bag, file, ct);
            var (lasting, copy) = await preservation.OfAsync(file, dossier.Holding, KeepingTerms.EndOf(dossier).Here(), ct);
            if (copy is not null)
            {
                await AddAsync(bag, copy, ct);
            }

            packed.Add(new Packed(file, lasting, copy is null ? null : copy with { Bytes = null }));
        }

        return packed;
    }

    private async Task AddAsync(BagWriter bag, PackedFile file, CancellationToken ct)
    {
        await using var content = await file.OpenAsync(blobs, ct);
        await bag.AddAsync(file.Path, content, ct);
    }

    private async Task AddReportAsync(BagWriter bag, PackedFile file, CancellationToken ct)
    {
        if (file is { IsSignedPdf: true, Bytes: { } pdf } && await signatures.VerifyAsync(pdf, ct) is { Signatures.Count: > 0 } report)
        {
            var name = file.Path["documents/".Length..].Replace('/', '-');
            await bag.AddJsonAsync($"signatures/{name}.json", report, ct);
        }
    }
}
