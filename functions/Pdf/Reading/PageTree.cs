namespace PublicAdmin.Pdf.Reading;

/// <summary>A node of the page tree; without kids, a page.</summary>
/// <param name="Reference">Null when it stands within its parent.</param>
internal sealed record PageNode(PdfReference? Reference, PdfDictionary Dictionary, PageNode? Parent)
{
    /// <summary>An entry of its own or of a node above it (ISO 32000-1 section 7.7.3.4).</summary>
    public PdfValue? Inherited(string name)
    {
        for (var node = this; node is not null; node = node.Parent)
        {
            if (node.Dictionary[name] is { } value)
            {
                return value;
            }
        }

        return null;
    }
}

/// <summary>Walks the page tree (ISO 32000-1 section 7.7.3).</summary>
internal sealed class PageTree
{
    private readonly ObjectTable _objects;
    private readonly HashSet<PdfDictionary> _seen = [];
    private readonly List<PageNode> _pages = [];

    public PageTree(ObjectTable objects, PdfValue? root)
    {
        _objects = objects;
        Visit(root, null, 0);
    }

    /// <summary>In their order.</summary>
    public IReadOnlyList<PageNode> Pages => _pages;

    /// <summary>A branch is missing, leads back or is no dictionary.</summary>
    public bool IsBroken { get; private set; }

    /// <summary>A node counts its pages otherwise than they are.</summary>
    public bool IsMiscounted { get; private set; }

    private void Visit(PdfValue? value, PageNode? above, int depth)
    {
        if (_objects.Dictionary(value) is not { } dictionary || depth > _objects.Reading.Limits.Depth)
        {
            IsBroken = true;
            return;
        }

        var node = new PageNode(value as PdfReference, dictionary, above);
        if (_objects.Resolve(dictionary["Kids"]) is not PdfArray kids)
        {
            _pages.Add(node);
            PdfReading.Keep(_pages.Count, _objects.Reading.Limits.Pages);
            return;
        }

        // A tree that leads back to itself would have no end; the same leaf twice is a page shown twice.
        if (!_seen.Add(dictionary))
        {
            IsBroken = true;
            return;
        }

        var before = _pages.Count;
        foreach (var kid in kids.Items)
        {
            Visit(kid, node, depth + 1);
        }

        IsMiscounted |= _objects.Resolve(dictionary["Count"]).AsInt is { } count && count != _pages.Count - before;
    }
}
