using System.Globalization;
using System.Security.Cryptography;
using PublicAdmin.Documents.Checking;
using PublicAdmin.Documents.Uploads;
using PublicAdmin.Documents.Wallet;
using PublicAdmin.Dossiers;
using PublicAdmin.Identity;
using PublicAdmin.Pdf.Pages;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Storage;
using PublicAdmin.Scans.Binding;
using PublicAdmin.Scans.Judging;

namespace PublicAdmin.Documents.Reading;

/// <summary>One PDF of all pictures of a paper.</summary>
public sealed record BoundScan(byte[] Pdf, string FileName);

/// <summary>
/// Binds the pictures of one paper into one PDF, in their order, whole and with nothing lost (Circular 01/2023/TT-VPCP). The pictures
/// stay what was given; the PDF is made when it is asked for, and only a large one lies out for a day or two to be fetched.
/// </summary>
public sealed class BoundScans(DossierPapers papers, IBlobs blobs, TimeProvider clock)
{
    /// <summary>Where bound scans lie among the papers. Both editions delete what has lain there for a day (infra/: forget-bound-scans; SweepBlobs).</summary>
    public const string Shelf = "bound/";

    public async Task<Result<BoundScan>> BindAsync(Dossier dossier, string component, Caller caller, CancellationToken ct)
    {
        var opened = await papers.OpenPagesAsync(dossier, component, caller, ct);
        if (!opened.Try(out var pages, out var refusal))
        {
            return refusal;
        }

        var name = Path.GetFileNameWithoutExtension(pages[0].FileName);
        if (!pages.All(IsPicture) || pages.Sum(page => page.Stored.Plan.Size) > ChunkPlan.MaxSize)
        {
            return PaperRefusals.NotPictures.With(papers.NameOf(dossier, component));
        }

        var pictures = new List<ReadOnlyMemory<byte>>();
        foreach (var page in pages)
        {
            pictures.Add(await ReadAsync(page.Stored, ct));
        }

        var metadata = new PdfMetadata(name, $"Bộ phận một cửa {dossier.Places.Receipt}", pages.Max(page => page.Stored.CompletedAt).Here());
        return ScanPdf.FromImages(pictures, metadata).Then<BoundScan>(pdf => new BoundScan(pdf, name + FileKind.Pdf.Extension()));
    }

    /// <summary>Lays a scan where it can be fetched by link; the same scan of the same day lies there once.</summary>
    public async Task<StoredFile> LayOutAsync(BoundScan scan, CancellationToken ct)
    {
        var (sha256, today) = (Convert.ToHexStringLower(SHA256.HashData(scan.Pdf)), clock.Today());
        var name = new BlobName(Containers.Papers, string.Create(CultureInfo.InvariantCulture, $"{Shelf}{today:yyyy-MM-dd}/{sha256}"));
        await blobs.CreateAsync(name, new MemoryStream(scan.Pdf), BlobFacts.Of(FileKind.Pdf.ContentType()), ct);
        return new StoredFile(name, scan.Pdf.Length, FileKind.Pdf.ContentType(), scan.FileName, sha256);
    }

    /// <summary>A <see cref="ScannedOriginal"/>: a PDF as it was given, or its pictures bound.</summary>
    public async Task<Result<byte[]>> OriginalAsync(Dossier dossier, string component, Caller caller, CancellationToken ct)
    {
        var opened = await papers.OpenPagesAsync(dossier, component, caller, ct);
        if (!opened.Try(out var pages, out var refusal))
        {
            return refusal;
        }

        return pages is [{ Stored: { Check: { State: not CheckState.Refused, Kind: FileKind.Pdf } } } only]
            ? await ReadAsync(only.Stored, ct)
            : (await BindAsync(dossier, component, caller, ct)).Then<byte[]>(bound => bound.Pdf);
    }

    private static bool IsPicture(PaperFile page) =>
        page.Stored.Check is { State: not CheckState.Refused, Kind: FileKind.Jpeg or FileKind.Png or FileKind.Tiff };

    private async Task<byte[]> ReadAsync(StoredPaper stored, CancellationToken ct)
    {
        await using var content = await blobs.OpenIntactAsync(stored.Id.Blob, 0, null, ct) ?? throw new InvalidOperationException($"{stored.Id.Blob} is gone.");
        var bytes = new byte[stored.Plan.Size];
        await content.ReadExactlyAsync(bytes, ct);
        return bytes;
    }
}
