using PublicAdmin.Pdf;
using PublicAdmin.Pdf.Reading;

namespace PublicAdmin.Scans.Judging;

/// <summary>Reads of a PDF what the office must know before it can use it.</summary>
internal static class PdfReader
{
    private const int TailBytes = 2048;

    public static FileFacts Read(ReadOnlyMemory<byte> file)
    {
        var facts = new FileFacts(FileKind.Pdf);
        try
        {
            var scan = new PdfScan(file, ReadingLimits.Pdf);
            return PdfLock.ClosesPages(scan.Objects, scan.Trailer)
                ? facts with { Encrypted = true }
                : Read(facts with { Damaged = !HasEnd(file.Span) }, scan);
        }
        catch (PdfTooComplexException)
        {
            return facts with { TooComplex = true };
        }
    }

    private static FileFacts Read(FileFacts facts, PdfScan scan)
    {
        var objects = scan.Objects;
        var catalog = objects.Dictionary(scan.Trailer["Root"]) ?? PdfDictionary.Empty;
        var tree = new PageTree(objects, catalog["Pages"]);
        var traits = PdfTraits.Of(objects);
        return facts with
        {
            Pages = tree.Pages.Count,
            Damaged = facts.Damaged || tree.IsBroken || tree.IsMiscounted,
            Active = traits.IsActive || catalog["AA"] is not null || objects.Dictionary(catalog["Names"])?["JavaScript"] is not null,
            HasSignature = traits.IsSigned || ((objects.Resolve(objects.Dictionary(catalog["AcroForm"])?["SigFlags"]).AsInt ?? 0) & 1) == 1,
            Dpi = Dpi(objects, tree.Pages),
        };
    }

    // An honest paper whose pages are too many to measure is still an honest paper.
    private static int? Dpi(ObjectTable objects, IReadOnlyList<PageNode> pages)
    {
        int? lowest = null;
        try
        {
            foreach (var page in pages)
            {
                lowest = PdfPictures.Dpi(objects, page) is { } dpi && !(dpi >= lowest) ? dpi : lowest;
            }
        }
        catch (PdfTooComplexException)
        {
            return lowest;
        }

        return lowest;
    }

    // Every writer ends a revision with startxref, a number and %%EOF; a file cut short on the way does not have them at its end.
    private static bool HasEnd(ReadOnlySpan<byte> file)
    {
        var tail = file[^Math.Min(file.Length, TailBytes)..];
        return tail.LastIndexOf("startxref"u8) >= 0 && tail.LastIndexOf("%%EOF"u8) > tail.LastIndexOf("startxref"u8);
    }
}
