using PublicAdmin.Pdf.Content;
using PublicAdmin.Pdf.Pages;
using PublicAdmin.Platform;
using PublicAdmin.Scans.Pictures;

namespace PublicAdmin.Scans.Binding;

/// <summary>Scans (bản quét) of several sheets become one PDF, in their order and with nothing lost: one page per picture.</summary>
public static class ScanPdf
{
    /// <summary>More pages than any paper of a dossier has; Circular 01/2023 wants the whole paper in one file.</summary>
    public const int MaxPages = TiffPictures.MaxPages;

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
        catch (Exception e) when (UnusablePictureException.FaultOf(e) is not null)
        {
            return e.Message;
        }
    }

    private static void Draw(PdfDocument document, ScanPage scan)
    {
        var (across, down) = Scale(scan);
        var (width, height) = (scan.Width * across, scan.Height * down);
        var page = scan.IsTurned ? document.AddPage(height, width) : document.AddPage(width, height);
        var element = document.Structure.Add("Figure", $"Trang quét {document.Pages.Count}");
        var upright = Upright(scan.Orientation, width, height);
        var bottom = height;
        foreach (var band in scan.Bands.Value)
        {
            var image = band.Write(document.Objects);
            bottom -= band.Height * down;
            var placed = new PdfMatrix(width, 0, 0, band.Height * down, 0, bottom).Within(upright);
            page.Content(element, drawn => drawn.Image(image, placed));
        }
    }

    // Where the first row and column of the file belong (TIFF 6.0 section 8, Exif 2.3): from the sheet as it lies in the file to the sheet as it is read.
    private static PdfMatrix Upright(int orientation, double width, double height) => orientation switch
    {
        2 => new(-1, 0, 0, 1, width, 0),
        3 => new(-1, 0, 0, -1, width, height),
        4 => new(1, 0, 0, -1, 0, height),
        5 => new(0, -1, -1, 0, height, width),
        6 => new(0, -1, 1, 0, 0, width),
        7 => new(0, 1, 1, 0, 0, 0),
        8 => new(0, 1, -1, 0, height, 0),
        _ => PdfMatrix.Identity,
    };

    // Points per pixel: the size of the sheet when the scanner measured it, else the largest that fits A4 in the proportion of its pixels.
    private static (double Across, double Down) Scale(ScanPage scan)
    {
        if (ScanResolution.IsTrue(scan.Width, scan.Height, scan.Density))
        {
            return (72 / scan.Density!.Value.X, 72 / scan.Density.Value.Y);
        }

        var (x, y) = (1 / (scan.Density?.X ?? 1), 1 / (scan.Density?.Y ?? 1));
        var (longest, shortest) = (Math.Max(scan.Width * x, scan.Height * y), Math.Min(scan.Width * x, scan.Height * y));
        var scale = Math.Min(LongEdge / longest, ShortEdge / shortest);
        return (x * scale, y * scale);
    }
}
