using System.Globalization;
using PublicAdmin.Pdf.Writing;

namespace PublicAdmin.Pdf.Pages;

/// <summary>One element of a tagged PDF (ISO 32000-1 section 14.7.2): a paragraph, a table cell, a figure with words for those who cannot see it.</summary>
/// <param name="type">A standard structure type: P, H1, Table, TR, TH, TD, Figure.</param>
/// <param name="alternative">What a figure shows, in words.</param>
internal sealed class StructureElement(string type, string? alternative = null)
{
    private readonly List<object> _kids = [];

    public string Type { get; } = type;

    public StructureElement Add(string type, string? alternative = null)
    {
        var kid = new StructureElement(type, alternative);
        _kids.Add(kid);
        return kid;
    }

    public void Mark(PdfPage page, int mark) => _kids.Add((page, mark));

    /// <summary>Writes the element and all below it, and tells <paramref name="owners"/> who owns which mark of which page.</summary>
    public int Write(PdfObjects objects, int parent, Func<PdfPage, int> numberOf, Dictionary<(PdfPage Page, int Mark), int> owners)
    {
        var number = objects.Reserve();
        var kids = _kids.Select(kid =>
        {
            if (kid is StructureElement element)
            {
                return PdfSyntax.Reference(element.Write(objects, number, numberOf, owners));
            }

            var marked = ((PdfPage Page, int Mark))kid;
            owners[marked] = number;
            return string.Create(CultureInfo.InvariantCulture, $"<</Type/MCR/Pg {numberOf(marked.Page)} 0 R/MCID {marked.Mark}>>");
        });
        var words = alternative is null ? "" : $"/Alt{PdfSyntax.TextString(alternative)}";
        objects.Set(number, $"<</Type/StructElem/S/{Type}/P {PdfSyntax.Reference(parent)}{words}/K[{string.Join(' ', kids)}]>>");
        return number;
    }
}

/// <summary>Writes the tree of a tagged document and the way back from each page's marks to their elements.</summary>
internal static class StructureTree
{
    /// <returns>The object number of the root.</returns>
    public static int Write(PdfObjects objects, StructureElement document, IReadOnlyList<(PdfPage Page, int Number)> pages)
    {
        var root = objects.Reserve();
        var numbers = pages.ToDictionary(page => page.Page, page => page.Number);
        var owners = new Dictionary<(PdfPage Page, int Mark), int>();
        var top = document.Write(objects, root, page => numbers[page], owners);
        var parents = pages.Select((page, n) => string.Create(
            CultureInfo.InvariantCulture,
            $"{n} {PdfSyntax.References(Enumerable.Range(0, page.Page.Marks).Select(mark => owners[(page.Page, mark)]))}"));
        objects.Set(
            root,
            string.Create(
                CultureInfo.InvariantCulture,
                $"<</Type/StructTreeRoot/K {top} 0 R/ParentTree<</Nums[{string.Join(' ', parents)}]>>/ParentTreeNextKey {pages.Count}>>"));
        return root;
    }
}
