using PublicAdmin.Pdf;
using PublicAdmin.Pdf.Reading;

namespace PublicAdmin.Tests.Signing;

/// <summary>What an update may change, innocent or not: objects by their numbers.</summary>
internal static class UpdateKinds
{
    private delegate IEnumerable<(int Number, string Body)> Kind(PdfFile file, PageNode page, Random random);

    private static readonly Kind[] All =
    [
        (file, _, _) => [(RootOf(file), file.Catalog.With("DSS", PdfDictionary.Empty).Written)],
        (file, _, _) => [(RootOf(file), file.Catalog.With("DSS", PdfDictionary.Empty).Written)],
        (file, _, random) => [(file.Size + 3 + random.Next(3), "<</Length 24>>\nstream\n0 0 400 400 re f 0 0 1 rg\nendstream")],
        (_, page, _) => [(((PdfReference)page.Dictionary["Contents"]!).Number, "<</Length 24>>\nstream\n0 0 400 400 re f 0 0 1 rg\nendstream")],
        Annotation,
        (_, page, _) => [(page.Reference!.Number, page.Dictionary.With("Rotate", new PdfToken("90")).Written)],
        (_, page, _) => [(page.Reference!.Number, page.Dictionary.With("MediaBox", Numbers(0, 0, 300, 300)).Written)],
        (_, page, _) => [(page.Reference!.Number, page.Dictionary.With("Resources", PdfDictionary.Empty).Written)],
        (_, page, _) => [(page.Reference!.Number, page.Dictionary.Without("Contents").Written)],
        (file, _, _) => [(RootOf(file), file.Catalog.With("OpenAction", new PdfDictionary(
            new Dictionary<string, PdfValue> { ["S"] = new PdfToken("/JavaScript"), ["JS"] = new PdfToken("(app.alert\\(1\\))") })).Written)],
        (file, _, _) => [(((PdfReference)file.Trailer["Info"]!).Number, "<</Producer(somebody else)>>")],
        Kids,
    ];

    /// <summary>One kind, or two at once.</summary>
    public static List<(int Number, string Body)> Some(PdfFile file, Random random)
    {
        List<(int Number, string Body)> objects = [];
        for (var n = 1 + random.Next(2); n > 0; n--)
        {
            objects.AddRange(All[random.Next(All.Length)](file, file.Pages[0], random));
        }

        return [.. objects.DistinctBy(made => made.Number)];
    }

    // Drawn over what was signed, by its own appearance.
    private static IEnumerable<(int Number, string Body)> Annotation(PdfFile file, PageNode page, Random random)
    {
        var (note, look) = (file.Size + 1, file.Size + 2);
        var kind = new[] { "FreeText", "Stamp", "Square", "Widget" }[random.Next(4)];
        yield return (page.Reference!.Number,
            page.Dictionary.With("Annots", new PdfArray([.. file.Items(page.Dictionary["Annots"]), new PdfReference(note, 0)])).Written);
        yield return (note, $"<</Type/Annot/Subtype/{kind}/Rect[50 300 450 600]/F 4/AP<</N {look} 0 R>>/P {page.Reference.Written}>>");
        yield return (look, "<</Type/XObject/Subtype/Form/BBox[0 0 400 300]/Length 18>>\nstream\n0 0 400 300 re f\n\nendstream");
    }

    // The page twice.
    private static IEnumerable<(int Number, string Body)> Kids(PdfFile file, PageNode page, Random random)
    {
        var pages = (PdfReference)file.Catalog["Pages"]!;
        var kids = file.Items(file.Dictionary(pages)!["Kids"]);
        yield return (pages.Number, file.Dictionary(pages)!.With("Kids", new PdfArray([.. kids, .. kids]))
            .With("Count", new PdfToken($"{2 * file.Pages.Count}")).Written);
    }

    private static int RootOf(PdfFile file) => ((PdfReference)file.Trailer["Root"]!).Number;

    private static PdfArray Numbers(params int[] numbers) => new([.. numbers.Select(number => new PdfToken($"{number}"))]);
}
