namespace PublicAdmin.Pdf.Reading;

/// <summary>
/// A PDF file of any producer, read far enough to sign and to verify it: by its cross-references of every kind, as its signatures mean it.
/// Nothing is repaired: what a strict reader cannot follow is <see cref="BrokenPdfException"/>.
/// </summary>
internal sealed class PdfFile
{
    private static readonly PdfLimits Limits = new(
        Strict: true, Depth: 100, Objects: 500_000, Pages: 50_000, Values: 2_000_000, Work: 96 * 1024 * 1024, Unpacked: 32 * 1024 * 1024);

    private readonly ObjectTable _objects;
    private IReadOnlyList<PageNode>? _pages;

    /// <exception cref="BrokenPdfException">No PDF, or a broken one.</exception>
    /// <exception cref="OperationCanceledException">Time is up.</exception>
    public PdfFile(ReadOnlyMemory<byte> bytes, CancellationToken ct = default)
    {
        Bytes = bytes;
        var reading = new PdfReading(Limits, ct);
        var mark = bytes.Span.LastIndexOf("startxref"u8);
        CrossReferencesAt = mark >= 0 && new PdfLexer(bytes, mark + "startxref".Length, reading).ReadInt() is { } at
            ? at
            : throw new BrokenPdfException("This is no PDF file.");
        _objects = new ObjectTable(bytes, reading);
        var references = new CrossReferences(bytes, CrossReferencesAt, _objects);
        (Sections, Trailer, UsesReferenceStreams, Size) = (references.Sections, references.Trailer, references.IsStream, references.Size);
    }

    private PdfFile(PdfFile before, ReadOnlyMemory<byte> bytes, ObjectTable objects, CrossReferenceSection section)
    {
        (Bytes, _objects, _pages, Sections) = (bytes, objects, before.Pages, [section, .. before.Sections.Take(1)]);
        (CrossReferencesAt, Trailer, Size) = (section.At, section.Trailer, Math.Max(before.Size, section.Trailer["Size"]?.AsInt ?? 0));
    }

    public ReadOnlyMemory<byte> Bytes { get; }

    public PdfDictionary Trailer { get; }

    /// <summary>The cross-reference sections, newest first.</summary>
    public IReadOnlyList<CrossReferenceSection> Sections { get; }

    /// <summary>All objects; of a file after an update, those of the update first.</summary>
    public ObjectTable Objects => _objects;

    /// <summary>Encrypted, if only with an empty password: an update would have to be encrypted as well.</summary>
    public bool IsEncrypted => Trailer["Encrypt"] is not null;

    public PdfDictionary Catalog => Dictionary(Trailer["Root"]) ?? throw new BrokenPdfException("The file has no catalog.");

    /// <summary>The dictionary of all form fields; null when there are none.</summary>
    public PdfDictionary? Form => Dictionary(Catalog["AcroForm"]);

    public int CrossReferencesAt { get; }

    public bool UsesReferenceStreams { get; }

    public int Size { get; }

    public IEnumerable<int> Numbers => _objects.Numbers;

    /// <summary>This file behind an update that was read by itself; its pages are taken to be those of before.</summary>
    public PdfFile After(ReadOnlyMemory<byte> bytes, ObjectTable update, CrossReferenceSection section) => new(this, bytes, update, section);

    /// <summary>The pages in order, each an object of its own.</summary>
    public IReadOnlyList<PageNode> Pages => _pages ??= ReadPages();

    public ObjectPlace? PlaceOf(int number) => _objects.PlaceOf(number);

    /// <summary>The value itself, or what it refers to.</summary>
    public PdfValue Resolve(PdfValue? value) => _objects.Resolve(value);

    public PdfDictionary? Dictionary(PdfValue? value) => _objects.Dictionary(value);

    public IReadOnlyList<PdfValue> Items(PdfValue? value) => _objects.Items(value);

    public PdfValue Load(int number) => _objects.Load(number);

    public ReadOnlyMemory<byte> Unpack(PdfStream stream) => _objects.Unpack(stream);

    private IReadOnlyList<PageNode> ReadPages()
    {
        var tree = new PageTree(_objects, Catalog["Pages"]);
        if (tree.IsBroken || tree.Pages.Any(page => page.Reference is null))
        {
            throw new BrokenPdfException("The tree of pages is damaged.");
        }

        return tree.Pages.Count > 0 ? tree.Pages : throw new BrokenPdfException("The file has no page.");
    }
}
