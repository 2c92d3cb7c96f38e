using PublicAdmin.Pdf;
using PublicAdmin.Pdf.Content;
using PublicAdmin.Pdf.Reading;

namespace PublicAdmin.Signing.Verification.Updates;

/// <summary>A file before and after one update, and whoever refers to what it changes.</summary>
/// <param name="Index">How many updates were there before.</param>
internal sealed record UpdateStep(PdfFile Old, PdfFile New, int Index, References References)
{
    private readonly Lazy<FieldIndex> _fields = new(() => new FieldIndex(Old));
    private readonly Lazy<Permissions> _permissions = new(() => new Permissions(Old));

    private readonly Dictionary<PageNode, IReadOnlyList<PageMark>> _marks = [];
    private readonly Lazy<ILookup<int, PageNode>> _pages = new(() => PagesByAnnotation(New, Old.Pages));

    public FieldIndex Fields => _fields.Value;

    public Permissions Permissions => _permissions.Value;

    public int Root => (Old.Trailer["Root"] as PdfReference)?.Number ?? -1;

    public IEnumerable<int> Holders(int number) => References.Holders(number, Index);

    /// <summary>Only the catalog refers to it, and only under this key.</summary>
    public bool IsOnlyInCatalog(int number, string key) =>
        Holders(number).All(holder => holder == Root) && !References.Has(Old.Catalog.Without(key), number);

    /// <summary>The pages on which an annotation, or an array of them, lies now.</summary>
    public IEnumerable<PageNode> PagesWith(int annotation) => _pages.Value[annotation];

    /// <summary>What lies on a page.</summary>
    public IReadOnlyList<PageMark> MarksOf(PageNode page) => _marks.TryGetValue(page, out var marks) ? marks : _marks[page] = PageMarks.Of(Old.Objects, page);

    public static bool Is(PdfValue? value, int number) => value is PdfReference reference && reference.Number == number;

    public static bool Same(PdfDictionary old, PdfDictionary now, params string[] but) => old.Without(but).Written == now.Without(but).Written;

    /// <summary>Everything that was there still is; dictionaries within may have more.</summary>
    public bool OnlyGains(PdfValue? old, PdfValue? now, int depth = 3) => (Old.Resolve(old), New.Resolve(now)) switch
    {
        (PdfDictionary was, PdfDictionary @is) when depth > 0 => was.Entries.All(entry =>
            @is[entry.Key] is { } value && (value.Written == entry.Value.Written || OnlyGains(entry.Value, value, depth - 1))),
        var (was, @is) => was.Written == @is.Written || was == PdfValue.Null,
    };

    private static ILookup<int, PageNode> PagesByAnnotation(PdfFile file, IReadOnlyList<PageNode> pages) => pages
        .SelectMany(page => References.Of(file.Dictionary(page.Reference)?["Annots"])
            .Concat(file.Items(file.Dictionary(page.Reference)?["Annots"]).OfType<PdfReference>().Select(item => item.Number))
            .Distinct().Select(number => (number, page)))
        .ToLookup(entry => entry.number, entry => entry.page);
}
