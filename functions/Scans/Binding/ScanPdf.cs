using PublicAdmin.Pdf.Pages;
using PublicAdmin.Platform;

namespace PublicAdmin.Scans.Binding;

/// <summary>Scans (bản quét) of several sheets become one PDF, in their order and with nothing lost: one page per picture.</summary>
public static class ScanPdf
{
    /// <summary>More pages than any paper of a dossier has; Circular 01/2023 wants the whole paper in one file.</summary>
    public const int MaxPages = 500;

    private const double LongEdge = 841.89; // A4 in points.
    private const double ShortEdge = 595.28;

    /// <param name="images">JPEG, PNG or TIFF files; a TIFF may hold several pages.</param>
    /// <param name="metadata">What the file says about itself.</param>
    public static Result<byte[]> FromImages(IReadOnlyList<ReadOnlyMemory<byte>> images, PdfMetadata metadata)
    {
        var document = new PdfDocument(metadata);
        for (var n = 0; n < images.Count; n++)
        {
            if (Add(document, images[n]) is { } why)
            {
                return ScanRefusals.ScanUnreadable.With(n + 1).Knowing("reason", why);
            }
        }

        return document.Pages.Count is > 0 and <= MaxPages ? document.Save() : ScanRefusals.ScanPages.With(MaxPages);
    }

    // What is wrong with the picture, or null.
    private static string? Add(PdfDocument document, ReadOnlyMemory<byte> image)
    {
        try
        {
            foreach (var page in ScanPage.Read(image))
            {
                Draw(document, page);
            }

            return null;
        }
        catch (InvalidDataException e)
        {
            return e.Message;
        }
    }

    private static void Draw(PdfDocument document, ScanPage scan)
    {
        var scale = Scale(scan);
        var page = document.AddPage(scan.Width * scale, scan.Height * scale);
        var element = document.Structure.Add("Figure", $"Trang quét {document.Pages.Count}");
        var top = 0.0;
        foreach (var band in scan.Bands)
        {
            var (image, y) = (band.Write(document.Objects), top);
            page.Content(element, drawn => drawn.Image(image, 0, y, page.Width, band.Height * scale));
            top += band.Height * scale;
        }
    }

    // Points per pixel: the size of the sheet when the scanner noted it, else the largest that fits A4.
    private static double Scale(ScanPage scan)
    {
        var (longest, shortest) = (Math.Max(scan.Width, scan.Height), Math.Min(scan.Width, scan.Height));
        return scan.Resolution is >= 50 and <= 2400 ? 72 / scan.Resolution.Value : Math.Min(LongEdge / longest, ShortEdge / shortest);
    }
}
