namespace PublicAdmin.Documents.Judging.Pdf;

/// <summary>Reads of a PDF what the office must know before it can use it.</summary>
internal static class PdfReader
{
    private const int TailBytes = 2048;

    public static FileFacts Read(ReadOnlyMemory<byte> file)
    {
        var facts = new FileFacts(FileKind.Pdf);
        try
        {
            var objects = PdfScanner.Scan(file, new PdfBudget());
            return objects.Resolve(objects.Trailer.GetValueOrDefault("Encrypt")) is not null
                ? facts with { Encrypted = true }
                : Read(facts with { Damaged = !HasEnd(file.Span) }, objects);
        }
        catch (PdfTooComplexException)
        {
            return facts with { TooComplex = true };
        }
    }

    private static FileFacts Read(FileFacts facts, PdfObjects objects)
    {
        var catalog = objects.DictionaryOf(objects.Trailer.GetValueOrDefault("Root"));
        var tree = new PdfPages(objects);
        var pages = tree.Read(catalog.GetValueOrDefault("Pages"));
        return facts with
        {
            Pages = pages.Count,
            Damaged = facts.Damaged || tree.Damaged,
            Active = IsActive(objects, catalog),
            HasSignature = ((int)(objects.Number(objects.DictionaryOf(catalog.GetValueOrDefault("AcroForm")), "SigFlags") ?? 0) & 1) == 1,
            Dpi = Dpi(objects, pages),
        };
    }

    // An honest paper whose pages are too many to measure is still an honest paper.
    private static int? Dpi(PdfObjects objects, IReadOnlyList<PdfPage> pages)
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

    private static bool IsActive(PdfObjects objects, PdfDictionary catalog) =>
        objects.Name(objects.DictionaryOf(catalog.GetValueOrDefault("OpenAction")), "S") is "JavaScript" or "Launch"
        || catalog.ContainsKey("AA")
        || objects.DictionaryOf(catalog.GetValueOrDefault("Names")).ContainsKey("JavaScript");
}
