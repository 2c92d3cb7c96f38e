namespace PublicAdmin.Pdf.Reading;

/// <summary>One table or stream of cross-references.</summary>
/// <param name="At">Where it stands in the file.</param>
/// <param name="Trailer">What it says of the whole file.</param>
internal sealed record CrossReferenceSection(int At, PdfDictionary Trailer);

/// <summary>
/// The cross-reference sections of a file, newest first: tables, streams, and hybrids of both (ISO 32000-1 sections 7.5.4, 7.5.8).
/// The newest word on an object counts.
/// </summary>
internal sealed class CrossReferences
{
    private const int MaxSections = 1000;

    private readonly ReadOnlyMemory<byte> _file;
    private readonly ObjectTable _objects;
    private readonly Queue<int> _waiting = new();
    private readonly List<CrossReferenceSection> _sections = [];

    public CrossReferences(ReadOnlyMemory<byte> file, int start, ObjectTable objects)
    {
        (_file, _objects) = (file, objects);
        _waiting.Enqueue(start);
        for (var seen = new HashSet<int>(); _waiting.TryDequeue(out var at);)
        {
            if (seen.Add(at) && seen.Count <= MaxSections)
            {
                Read(at);
            }
        }
    }

    /// <summary>Newest first; the hidden stream of a hybrid section stands right before it.</summary>
    public IReadOnlyList<CrossReferenceSection> Sections => _sections;

    /// <summary>The newest trailer.</summary>
    public PdfDictionary Trailer { get; private set; } = PdfDictionary.Empty;

    /// <summary>The newest section is a stream: an update must be one too.</summary>
    public bool IsStream { get; private set; }

    /// <summary>One more than the highest number in use.</summary>
    public int Size { get; private set; }

    private void Read(int at)
    {
        var lexer = new PdfLexer(_file, at, _objects.Reading);
        var isTable = lexer.Skip("xref"u8);
        var trailer = isTable ? ReadTable(ref lexer) : ReadStream(at);
        _sections.Add(new(at, trailer));
        if (Size == 0)
        {
            (Trailer, IsStream) = (trailer, !isTable);
        }

        Size = trailer["Size"]?.AsInt is > 0 and var size && size <= _objects.Reading.Limits.Objects
            ? Math.Max(Size, size)
            : throw new BrokenPdfException("A cross-reference section has no size.");
        if (trailer["Prev"]?.AsInt is { } older)
        {
            _waiting.Enqueue(older);
        }
    }

    private PdfDictionary ReadTable(ref PdfLexer lexer)
    {
        var free = new List<int>();
        while (!lexer.Skip("trailer"u8))
        {
            var (first, count) = (Int(lexer.ReadInt()), Int(lexer.ReadInt()));
            for (var n = 0; n < count; n++)
            {
                var offset = lexer.Read().AsInt ?? -1;
                Int(lexer.ReadInt());
                if (lexer.Skip("f"u8))
                {
                    free.Add(first + n);
                }
                else
                {
                    Note(first + n, lexer.Skip("n"u8) ? new ObjectPlace(null, offset) : throw new BrokenPdfException("A cross-reference table is damaged."));
                }
            }
        }

        var trailer = lexer.Read() as PdfDictionary ?? throw new BrokenPdfException("A trailer is missing.");
        // In a hybrid file a stream holds what the table calls free to hide it from old readers.
        if (trailer["XRefStm"]?.AsInt is { } hidden)
        {
            _sections.Add(new(hidden, ReadStream(hidden)));
        }

        free.ForEach(number => Note(number, null));
        return trailer;
    }

    private PdfDictionary ReadStream(int at)
    {
        var stream = _objects.ReadAt(at) as PdfStream ?? throw new BrokenPdfException("There is no cross-reference section where one should be.");
        foreach (var entry in new CrossReferenceRows(_objects, stream).Entries())
        {
            Note(entry.Number, entry.Place);
        }

        return stream.Dictionary;
    }

    private static int Int(int? number) => number ?? throw new BrokenPdfException("A cross-reference section is damaged.");

    private void Note(int number, ObjectPlace? place)
    {
        if (number < 0 || number > _objects.Reading.Limits.Objects)
        {
            throw new BrokenPdfException("The file has too many objects.");
        }

        _objects.PlaceOlder(number, place);
    }
}
