namespace PublicAdmin.Documents.Judging.Pdf;

/// <summary>A page with what it inherits (ISO 32000-1 section 7.7.3.4).</summary>
/// <param name="Width">Points of 1/72 inch, or of UserUnit of them.</param>
internal sealed record PdfPage(PdfDictionary Dictionary, PdfDictionary Resources, double Width, double Height, double UserUnit);

/// <summary>Walks the page tree.</summary>
internal sealed class PdfPages(PdfObjects objects)
{
    private const double A4Width = 595;
    private const double A4Height = 842;

    private readonly HashSet<object> _seen = new(ReferenceEqualityComparer.Instance);
    private readonly List<PdfPage> _pages = [];

    /// <summary>Set when a branch is missing, leads back or is no dictionary.</summary>
    public bool Damaged { get; private set; }

    public IReadOnlyList<PdfPage> Read(object? root)
    {
        Visit(root, PdfDictionary.Empty, 0);
        return _pages;
    }

    private void Visit(object? reference, PdfDictionary inherited, int depth)
    {
        if (objects.Resolve(reference) is not PdfDictionary node || depth > ReadingLimits.PdfDepth)
        {
            Damaged = true;
            return;
        }

        var attributes = Inherit(node, inherited);
        if (objects.Get(node, "Kids") is not List<object?> kids)
        {
            AddPage(node, attributes);
            return;
        }

        // A tree that leads back to itself would have no end; the same leaf twice is a page shown twice.
        if (!_seen.Add(node))
        {
            Damaged = true;
            return;
        }

        var before = _pages.Count;
        foreach (var kid in kids)
        {
            Visit(kid, attributes, depth + 1);
        }

        Damaged |= objects.Number(node, "Count") is { } count && count != _pages.Count - before;
    }

    private void AddPage(PdfDictionary node, PdfDictionary attributes)
    {
        var box = objects.Numbers(attributes.GetValueOrDefault("MediaBox"), 4);
        var (width, height) = box is null ? (A4Width, A4Height) : (Math.Abs(box[2] - box[0]), Math.Abs(box[3] - box[1]));
        _pages.Add(new(node, objects.DictionaryOf(attributes.GetValueOrDefault("Resources")), width, height, objects.Number(node, "UserUnit") ?? 1));
        if (_pages.Count > ReadingLimits.Pages)
        {
            throw new PdfTooComplexException();
        }
    }

    private static PdfDictionary Inherit(PdfDictionary node, PdfDictionary inherited)
    {
        var attributes = new PdfDictionary();
        foreach (var key in (ReadOnlySpan<string>)["Resources", "MediaBox"])
        {
            attributes[key] = node.GetValueOrDefault(key) ?? inherited.GetValueOrDefault(key);
        }

        return attributes;
    }
}
