namespace PublicAdmin.Pdf.Reading;

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
        if (Size == 0)
        {
            (Trailer, IsStream) = (trailer, !isTable);
        }

        Size = trailer["Size"]?.AsInt is > 0 and var size && size <= _objects.Reading.Limits.Objects
            ? Math.Max(Size, size)
            : throw new BrokenPdfException("A cross-reference section has no size.");
        // In a hybrid file the stream holds what the table hides from old readers, and comes before what is older.
        foreach (var next in new[] { trailer["XRefStm"]?.AsInt, trailer["Prev"]?.AsInt })
        {
            if (next is { } offset)
            {
                _waiting.Enqueue(offset);
            }
        }
    }

    private PdfDictionary ReadTable(ref PdfLexer lexer)
    {
        while (!lexer.Skip("trailer"u8))
        {
            var (first, count) = (Int(lexer.ReadInt()), Int(lexer.ReadInt()));
            for (var n = 0; n < count; n++)
            {
                var offset = lexer.Read().AsInt ?? -1;
                Int(lexer.ReadInt());
                Note(first + n, lexer.Skip("n"u8) ? new ObjectPlace(null, offset) : lexer.Skip("f"u8) ? null : throw new BrokenPdfException("A cross-reference table is damaged."));
            }
        }

        return lexer.Read() as PdfDictionary ?? throw new BrokenPdfException("A trailer is missing.");
    }

    private PdfDictionary ReadStream(int at)
    {
        var stream = _objects.ReadAt(at) as PdfStream ?? throw new BrokenPdfException("There is no cross-reference section where one should be.");
        var data = _objects.Unpack(stream).Span;
        var widths = Ints(stream.Dictionary["W"]);
        if (widths.Count != 3 || widths.Any(width => width is < 0 or > 8) || widths.Sum() == 0)
        {
            throw new BrokenPdfException("A cross-reference stream is damaged.");
        }

        var runs = stream.Dictionary["Index"] is { } index ? Ints(index) : [0, stream.Dictionary["Size"]?.AsInt ?? 0];
        var row = 0;
        for (var n = 0; n + 1 < runs.Count; n += 2)
        {
            for (var k = 0; k < runs[n + 1] && (row + 1) * widths.Sum() <= data.Length; k++)
            {
                Note(runs[n] + k, Place(data.Slice(row++ * widths.Sum(), widths.Sum()), widths));
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

        return number is >= 0 and <= int.MaxValue ? (int)number : throw new BrokenPdfException("An offset points outside the file.");
    }

    private static int Int(int? number) => number ?? throw new BrokenPdfException("A cross-reference section is damaged.");

    private static List<int> Ints(PdfValue? value) => [.. (value as PdfArray)?.Items.Select(item => Int(item.AsInt)) ?? []];

    private void Note(int number, ObjectPlace? place)
    {
        if (number < 0 || number > _objects.Reading.Limits.Objects)
        {
            throw new BrokenPdfException("The file has too many objects.");
        }

        _objects.PlaceOlder(number, place);
    }
}
