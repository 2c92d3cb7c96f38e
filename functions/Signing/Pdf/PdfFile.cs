namespace PublicAdmin.Signing.Pdf;

/// <summary>
/// A PDF file of any producer, read far enough to sign and to verify it: cross-references of every kind, object streams, page tree, form fields.
/// Nothing is repaired: what a strict reader cannot follow is <see cref="InvalidDataException"/>.
/// </summary>
internal sealed class PdfFile
{
    private const int MaxTreeDepth = 50;

    private readonly CrossReferences _references;
    private readonly Dictionary<int, PdfValue> _read = [];
    private readonly Dictionary<int, IReadOnlyList<PdfValue>> _streams = [];
    private readonly HashSet<int> _reading = [];

    /// <exception cref="InvalidDataException">No PDF, or a broken one.</exception>
    public PdfFile(ReadOnlyMemory<byte> bytes)
    {
        Bytes = bytes;
        var mark = bytes.Span.LastIndexOf("startxref"u8);
        if (mark < 0)
        {
            throw new InvalidDataException("This is no PDF file.");
        }

        CrossReferencesAt = new PdfLexer(bytes, mark + "startxref".Length).ReadInt();
        _references = new CrossReferences(bytes, CrossReferencesAt);
    }

    public ReadOnlyMemory<byte> Bytes { get; }

    public PdfDictionary Trailer => _references.Trailer;

    /// <summary>Encrypted, if only with an empty password: an update would have to be encrypted as well.</summary>
    public bool IsEncrypted => Trailer["Encrypt"] is not null;

    public PdfDictionary Catalog => Dictionary(Trailer["Root"]) ?? throw new InvalidDataException("The file has no catalog.");

    /// <summary>The dictionary of all form fields; null when there are none.</summary>
    public PdfDictionary? Form => Dictionary(Catalog["AcroForm"]);

    public int CrossReferencesAt { get; }

    public bool UsesReferenceStreams => _references.IsStream;

    public int Size => _references.Size;

    public IEnumerable<int> Numbers => _references.Places.Keys;

    public ObjectPlace? PlaceOf(int number) => _references.Places.GetValueOrDefault(number);

    /// <summary>The value itself, or what it refers to.</summary>
    public PdfValue Resolve(PdfValue? value) => value switch
    {
        null => PdfValue.Null,
        PdfReference reference => Load(reference.Number),
        _ => value,
    };

    public PdfDictionary? Dictionary(PdfValue? value) => Resolve(value) as PdfDictionary;

    public IReadOnlyList<PdfValue> Items(PdfValue? value) => (Resolve(value) as PdfArray)?.Items ?? [];

    public PdfValue Load(int number)
    {
        if (_read.TryGetValue(number, out var known))
        {
            return known;
        }

        if (PlaceOf(number) is not { } place)
        {
            return PdfValue.Null;
        }

        if (!_reading.Add(number) || _reading.Count > MaxTreeDepth)
        {
            throw new InvalidDataException("An object refers to itself.");
        }

        var value = place.Stream is { } stream ? LoadFromStream(stream, place.Place) : LoadAt(number, place.Place);
        _reading.Remove(number);
        return _read[number] = value;
    }

    /// <summary>The pages in order, as references.</summary>
    public IReadOnlyList<PdfReference> Pages()
    {
        var pages = new List<PdfReference>();
        Walk(Catalog["Pages"] as PdfReference, pages, []);
        return pages.Count > 0 ? pages : throw new InvalidDataException("The file has no page.");
    }

    /// <summary>A page's entry, its own or that of a node above it (ISO 32000-1 section 7.7.3.4).</summary>
    public PdfValue? Inherited(PdfDictionary page, string name)
    {
        for (var (node, depth) = (page, 0); node is not null && depth < MaxTreeDepth; depth++)
        {
            if (node[name] is { } value)
            {
                return Resolve(value);
            }

            node = Dictionary(node["Parent"]);
        }

        return null;
    }

    private void Walk(PdfReference? reference, List<PdfReference> pages, HashSet<int> above)
    {
        if (reference is null || Dictionary(reference) is not { } node || above.Count > MaxTreeDepth || !above.Add(reference.Number))
        {
            throw new InvalidDataException("The tree of pages is damaged.");
        }

        if (node["Kids"] is null)
        {
            pages.Add(reference);
        }

        foreach (var kid in Items(node["Kids"]))
        {
            Walk(kid as PdfReference, pages, above);
        }

        above.Remove(reference.Number);
    }

    private PdfValue LoadAt(int number, int at)
    {
        var (found, value) = PdfObjectReader.Read(Bytes, at, Resolve);
        return found == number ? value : throw new InvalidDataException("There is another object where one should be.");
    }

    private PdfValue LoadFromStream(int stream, int index)
    {
        if (!_streams.TryGetValue(stream, out var values))
        {
            _streams[stream] = values = ReadObjects(Load(stream) as PdfStream ?? throw new InvalidDataException("An object stream is missing."));
        }

        return index < values.Count ? values[index] : throw new InvalidDataException("An object stream is too short.");
    }

    private List<PdfValue> ReadObjects(PdfStream stream)
    {
        var data = PdfFilters.Unpack(stream with { Dictionary = Direct(stream.Dictionary) });
        var (count, first) = (Resolve(stream.Dictionary["N"]).AsInt ?? 0, Resolve(stream.Dictionary["First"]).AsInt ?? 0);
        var heads = new PdfLexer(data, 0);
        var offsets = new List<int>();
        for (var n = 0; n < count; n++)
        {
            heads.ReadInt();
            offsets.Add(heads.ReadInt());
        }

        return [.. offsets.Select(offset => new PdfLexer(data, first + offset).Read())];
    }

    private PdfDictionary Direct(PdfDictionary dictionary) => new(dictionary.Entries.ToDictionary(entry => entry.Key, entry => Resolve(entry.Value)));
}
