using System.Text;
using PublicAdmin.Pdf.Pages;
using PublicAdmin.Platform.Storage;
using PublicAdmin.Scans.Binding;

namespace PublicAdmin.Archive.Packages;

/// <summary>How long a document can be read as it lies in a package.</summary>
public enum Lasting
{
    /// <summary>Văn bản: JSON.</summary>
    Text,

    /// <summary>Tự khai là PDF/A (ISO 19005).</summary>
    PdfA,

    /// <summary>PDF as it was handed in, which does not say it is PDF/A: nobody here turns it into one.</summary>
    OtherPdf,

    /// <summary>Ảnh, kèm bản PDF/A trong gói.</summary>
    PictureWithCopy,

    /// <summary>A picture nobody here can bind.</summary>
    Picture,
}

/// <summary>
/// Bản lưu trữ: what was handed in as a picture goes into the package as it is and, beside it, bound into PDF/A-2b with nothing lost. A PDF goes as it is, and
/// the package says whether it calls itself PDF/A.
/// </summary>
public sealed class PreservationCopies(IBlobs blobs)
{
    private const string Folder = "documents/preservation/";

    private static readonly byte[] Claim = Encoding.ASCII.GetBytes("pdfaid:part"); // ISO 19005-1 section 6.7.11; metadata are never packed in PDF/A-1.

    /// <param name="file">As it lies in the package.</param>
    /// <param name="agency">Who binds.</param>
    /// <param name="at">The same whenever the package is made.</param>
    /// <param name="ct">Cancels.</param>
    internal async Task<(Lasting Lasting, PackedFile? Copy)> OfAsync(PackedFile file, string agency, DateTimeOffset at, CancellationToken ct) =>
        file.ContentType switch
        {
            "application/pdf" => (await ClaimsAsync(file, ct) ? Lasting.PdfA : Lasting.OtherPdf, null),
            "image/jpeg" or "image/png" or "image/tiff" => await BoundAsync(file, agency, at, ct) is { } copy
                ? (Lasting.PictureWithCopy, copy) : (Lasting.Picture, null),
            _ => (Lasting.Text, null),
        };

    private async Task<PackedFile?> BoundAsync(PackedFile file, string agency, DateTimeOffset at, CancellationToken ct)
    {
        var picture = new MemoryStream();
        await using (var content = await file.OpenAsync(blobs, ct))
        {
            await content.CopyToAsync(picture, ct);
        }

        var metadata = new PdfMetadata(file.Title, agency, at);
        return ScanPdf.FromImages([picture.GetBuffer().AsMemory(0, (int)picture.Length)], metadata).Try(out var pdf, out _)
            ? new PackedFile($"{Folder}{Path.GetFileNameWithoutExtension(file.Path)}.pdf", file.Title, PackedKind.Preservation, "application/pdf", Bytes: pdf)
            : null;
    }

    // A claim may lie across two reads.
    private async Task<bool> ClaimsAsync(PackedFile file, CancellationToken ct)
    {
        await using var content = await file.OpenAsync(blobs, ct);
        var (buffer, kept) = (new byte[128 * 1024], 0);
        for (int read; (read = await content.ReadAsync(buffer.AsMemory(kept), ct)) > 0;)
        {
            var seen = buffer.AsSpan(0, kept + read);
            if (seen.IndexOf(Claim) >= 0)
            {
                return true;
            }

            kept = Math.Min(Claim.Length - 1, seen.Length);
            seen[^kept..].CopyTo(buffer);
        }

        return false;
    }
}
