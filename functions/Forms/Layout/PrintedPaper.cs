using System.Globalization;
using PublicAdmin.Pdf.Fonts;
using PublicAdmin.Pdf.Pages;

namespace PublicAdmin.Forms.Layout;

/// <summary>
/// A paper of A4 ready to be printed: margins, page numbers and all as Decree 30/2020 Annex I asks (top and bottom 20 to 25 mm, left 30 to 35 mm,
/// right 15 to 20 mm; number centred above the text, none on the first page).
/// </summary>
/// <param name="Metadata">What the file says about itself.</param>
/// <param name="Blocks">From the national motto to the list of receivers.</param>
public sealed record PrintedPaper(PdfMetadata Metadata, params IReadOnlyList<Block> Blocks)
{
    private const double Millimetre = 72 / 25.4;
    private const double Short = 210 * Millimetre;
    private const double Long = 297 * Millimetre;
    private const double NumberSize = 13;
    private const double TextKept = 60; // Two lines, and the gap behind them.
    private const double SmallestScale = 0.8; // 10.4 points: less is hard to read.
    private const double ScaleStep = 0.04;

    /// <summary>For wide tables.</summary>
    public bool Landscape { get; init; }

    /// <summary>A certificate: set smaller, as far as it can be read, rather than going on on a second page. What is longer goes on at full size.</summary>
    public bool OnOnePage { get; init; }

    /// <summary>What it says, as data bound into the file; null for none.</summary>
    public PdfAttachment? Data { get; init; }

    private double Width => Landscape ? Long : Short;

    private double Height => Landscape ? Short : Long;

    private static double Top => 20 * Millimetre;

    private static double Left => 30 * Millimetre;

    private static double Right => 15 * Millimetre;

    private double Room => Height - Top - (20 * Millimetre);

    /// <summary>The PDF file.</summary>
    public byte[] Print()
    {
        var document = new PdfDocument(Metadata, Data);
        var strips = Laid(PlaceIn(document, OnOnePage ? FittingScale() : 1));
        var (page, used) = (document.AddPage(Width, Height), 0.0);
        for (var n = 0; n < strips.Count; n++)
        {
            if (used > 0 && used + HeightKept(strips, n) > Room)
            {
                (page, used) = Turn(document, strips[n].Heading ?? []);
            }

            strips[n].Draw(page, Left, Top + used);
            used += strips[n].Height;
        }

        return document.Save();
    }

    private Place PlaceIn(PdfDocument document, double scale) => new(document, document.Structure, Width - Left - Right, Room, scale);

    private double FittingScale()
    {
        for (var scale = 1.0; scale >= SmallestScale; scale -= ScaleStep)
        {
            if (Laid(PlaceIn(new PdfDocument(Metadata), scale)).Sum(strip => strip.Height) <= Room)
            {
                return scale;
            }
        }

        return 1;
    }

    // What closes a paper, signatures or a code, never stands alone on a page: the text before it comes along (Decree 30/2020 Annex I).
    private List<Strip> Laid(Place place)
    {
        var strips = Blocks.SkipLast(1).SelectMany(block => block.Lay(place)).ToList();
        for (var (n, height) = (strips.Count - 1, 0.0); n >= 0 && height < TextKept; height += strips[n--].Height)
        {
            strips[n] = strips[n] with { KeepWithNext = true };
        }

        return [.. strips, .. Blocks.TakeLast(1).SelectMany(block => block.Lay(place))];
    }

    // The strip with all that must stand on the same page; if that is more than a page, the strip alone.
    private double HeightKept(List<Strip> strips, int first)
    {
        var height = strips[first].Height;
        for (var n = first; strips[n].KeepWithNext && n + 1 < strips.Count; n++)
        {
            height += strips[n + 1].Height;
        }

        return height <= Room ? height : strips[first].Height;
    }

    private (PdfPage Page, double Used) Turn(PdfDocument document, IReadOnlyList<Strip> heading)
    {
        var page = document.AddPage(Width, Height);
        var number = document.Pages.Count.ToString(CultureInfo.InvariantCulture);
        var face = OfficeFonts.Of(Face.Regular);
        var middle = (Width - face.Measure(number, NumberSize)) / 2;
        page.Artifact(drawn => drawn.Text(document.Fonts.Of(face), NumberSize, middle, Top - (6 * Millimetre), number));
        var used = 0.0;
        foreach (var strip in heading)
        {
            strip.Draw(page, Left, Top + used);
            used += strip.Height;
        }

        return (page, used);
    }
}
