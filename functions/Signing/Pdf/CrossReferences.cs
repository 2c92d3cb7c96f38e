namespace PublicAdmin.Signing.Pdf;

/// <summary>Where an object lies: at an offset, or as the n-th of an object stream.</summary>
/// <param name="Stream">The number of the object stream; null for an object of its own.</param>
/// <param name="Place">Offset in the file, or index in the stream.</param>
internal readonly record struct ObjectPlace(int? Stream, int Place);

/// <summary>
/// The cross-reference sections of a file, newest first: tables, streams, and hybrids of both (ISO 32000-1 sections 7.5.4, 7.5.8).
/// The newest word on an object counts.
/// </summary>
internal sealed class CrossReferences
{
    private const int MaxSections = 1000;
    private const int MaxObjects = 2_000_000;

    private readonly ReadOnlyMemory<byte> _file;
    private readonly Dictionary<int, ObjectPlace?> _places = [];
    private readonly Queue<int> _waiting = new();

    public CrossReferences(ReadOnlyMemory<byte> file, int start)
    {
        _file = file;
        _waiting.Enqueue(start);
        for (var seen = new HashSet<int>(); _waiting.TryDequeue(out var at);)
        {
            if (seen.Add(at) && seen.Count <= MaxSections)
            {
                Read(at);
            }
        }
    }

    /// <summary>Null for an object that was deleted.</summary>
    public IReadOnlyDictionary<int, ObjectPlace?> Places => _places;

    /// <summary>The newest trailer.</summary>
    public PdfDictionary Trailer { get; private set; } = PdfDictionary.Empty;

    /// <summary>The newest section is a stream: an update must be one too.</summary>
    public bool IsStream { get; private set; }

    /// <summary>One more than the highest number in use.</summary>
    public int Size { get; private set; }

    private void Read(int at)
    {
        var lexer = new PdfLexer(_file, at);
        var isTable = lexer.Skip("xref");
        var trailer = isTable ? ReadTable(lexer) : ReadStream(at);
        if (Size == 0)
        {
            (Trailer, IsStream) = (trailer, !isTable);
        }

        Size = Math.Max(Size, trailer["Size"]?.AsInt is > 0 and <= MaxObjects and var size ? size : throw new InvalidDataException("A cross-reference section has no size."));
        // In a hybrid file the stream holds what the table hides from old readers, and comes before what is older.
        foreach (var next in new[] { trailer["XRefStm"]?.AsInt, trailer["Prev"]?.AsInt })
        {
            if (next is { } offset)
            {
                _waiting.Enqueue(offset);
            }
        }
    }

    private PdfDictionary ReadTable(PdfLexer lexer)
    {
        while (!lexer.Skip("trailer"))
        {
            var (first, count) = (lexer.ReadInt(), lexer.ReadInt());
            for (var n = 0; n < count; n++)
            {
                var (offset, _) = (lexer.Read().AsInt ?? -1, lexer.ReadInt());
                Note(first + n, lexer.Skip("n") ? new ObjectPlace(null, offset) : lexer.Skip("f") ? null : throw new InvalidDataException("A cross-reference table is damaged."));
            }
        }

        return lexer.Read() as PdfDictionary ?? throw new InvalidDataException("A trailer is missing.");
    }

    private PdfDictionary ReadStream(int at)
    {
        // Its length must stand in the stream itself, since nothing else can be found yet.
        var stream = PdfObjectReader.Read(_file, at, value => value).Value as PdfStream ?? throw new InvalidDataException("There is no cross-reference section where one should be.");
        var data = PdfFilters.Unpack(stream);
        var widths = Ints(stream.Dictionary["W"]);
        if (widths.Count != 3 || widths.Any(width => width is < 0 or > 8) || widths.Sum() == 0)
        {
            throw new InvalidDataException("A cross-reference stream is damaged.");
        }

        var runs = stream.Dictionary["Index"] is { } index ? Ints(index) : [0, stream.Dictionary["Size"]?.AsInt ?? 0];
        var row = 0;
        for (var n = 0; n + 1 < runs.Count; n += 2)
        {
            for (var k = 0; k < runs[n + 1] && (row + 1) * widths.Sum() <= data.Length; k++)
            {
                Note(runs[n] + k, Place(data.AsSpan(row++ * widths.Sum(), widths.Sum()), widths));
            }
        }

        return stream.Dictionary;
    }

    private static ObjectPlace? Place(ReadOnlySpan<byte> row, List<int> widths)
    {
        var kind = widths[0] == 0 ? 1 : Number(row[..widths[0]]);
        var second = Number(row.Slice(widths[0], widths[1]));
        return kind switch
        {
            0 => null,
            1 => new ObjectPlace(null, second),
            2 => new ObjectPlace(second, Number(row[(widths[0] + widths[1])..])),
            _ => null, // Kinds to come are null objects (table 18).
        };
    }

    private static int Number(ReadOnlySpan<byte> digits)
    {
        var number = 0L;
        foreach (var digit in digits)
        {
            number = (number << 8) | digit;
        }

        return number is >= 0 and <= int.MaxValue ? (int)number : throw new InvalidDataException("An offset points outside the file.");
    }

    private static List<int> Ints(PdfValue? value) =>
        [.. (value as PdfArray)?.Items.Select(item => item.AsInt ?? throw new InvalidDataException("A cross-reference stream is damaged.")) ?? []];

    private void Note(int number, ObjectPlace? place)
    {
        if (number is < 0 or > MaxObjects)
        {
            throw new InvalidDataException("The file has too many objects.");
        }

        _places.TryAdd(number, place);
    }
}
