namespace PublicAdmin.Documents.Judging.Pdf;

/// <summary>
/// The numbered objects of a PDF, found by reading the file from front to back instead of by its cross-reference tables: later
/// definitions win, as with incremental updates, and a file whose tables are off by a byte is still read, as every viewer does.
/// </summary>
internal sealed class PdfObjects
{
    private readonly Dictionary<int, (ReadOnlyMemory<byte> Bytes, int At)> _places = [];
    private readonly Dictionary<int, object?> _read = [];
    private readonly HashSet<int> _reading = [];

    public PdfObjects(PdfBudget budget) => Budget = budget;

    public PdfBudget Budget { get; }

    /// <summary>Root, Encrypt and the rest, of all trailers together; the last one wins.</summary>
    public PdfDictionary Trailer { get; } = [];

    public void Place(int number, ReadOnlyMemory<byte> bytes, int at)
    {
        _places[number] = (bytes, at);
        if (_places.Count > ReadingLimits.PdfObjects)
        {
            throw new PdfTooComplexException();
        }
    }

    public void AddTrailer(PdfDictionary trailer)
    {
        foreach (var (key, value) in trailer)
        {
            Trailer[key] = value;
        }
    }

    /// <summary>The value itself, following references; null when it leads nowhere or in a circle.</summary>
    public object? Resolve(object? value)
    {
        for (var steps = 0; value is PdfReference reference; steps++)
        {
            value = steps < ReadingLimits.PdfDepth ? Read(reference.Number) : null;
        }

        return value;
    }

    public PdfDictionary DictionaryOf(object? value) => Resolve(value) switch
    {
        PdfDictionary dictionary => dictionary,
        PdfStream stream => stream.Dictionary,
        _ => PdfDictionary.Empty,
    };

    public object? Get(PdfDictionary dictionary, string key) => Resolve(dictionary.GetValueOrDefault(key));

    public double? Number(PdfDictionary dictionary, string key) => Get(dictionary, key) as double?;

    public string? Name(PdfDictionary dictionary, string key) => (Get(dictionary, key) as PdfName)?.Text;

    /// <summary>The numbers of an array of exactly so many; null when it is something else.</summary>
    public double[]? Numbers(object? value, int count)
    {
        var numbers = (Resolve(value) as List<object?>)?.Take(count + 1).Select(Resolve).OfType<double>().ToArray();
        return numbers?.Length == count ? numbers : null;
    }

    private object? Read(int number)
    {
        if (_read.TryGetValue(number, out var known))
        {
            return known;
        }

        // The length of a stream may be an object, whose length may be an object, and so in a circle.
        if (!_places.TryGetValue(number, out var place) || _reading.Count > ReadingLimits.PdfDepth || !_reading.Add(number))
        {
            return null;
        }

        var value = ReadAt(place.Bytes, place.At);
        _reading.Remove(number);
        return _read[number] = value;
    }

    public object? ReadAt(ReadOnlyMemory<byte> bytes, int at)
    {
        var lexer = new PdfLexer(bytes, at, Budget);
        var value = lexer.Next();
        if (value is not PdfDictionary dictionary)
        {
            return value is PdfWord ? null : value;
        }

        return lexer.Next() is PdfWord { Text: "stream" } ? new PdfStream(dictionary, Data(bytes, lexer.At, dictionary)) : dictionary;
    }

    private ReadOnlyMemory<byte> Data(ReadOnlyMemory<byte> bytes, int at, PdfDictionary dictionary)
    {
        var start = at + LineEnd(bytes.Span[at..]);
        var length = Number(dictionary, "Length");
        if (length is >= 0 && length <= bytes.Length - start && PdfScanner.EndsStream(bytes.Span[(start + (int)length)..]))
        {
            return bytes.Slice(start, (int)length);
        }

        var end = bytes.Span[start..].IndexOf("endstream"u8);
        Budget.TakeWork(end < 0 ? bytes.Length - start : end);
        return end < 0 ? bytes[start..] : bytes.Slice(start, end);
    }

    /// <summary>How many bytes the line end after <c>stream</c> takes: CR LF or LF.</summary>
    public static int LineEnd(ReadOnlySpan<byte> rest) => rest.StartsWith("\r\n"u8) ? 2 : rest.StartsWith("\n"u8) || rest.StartsWith("\r"u8) ? 1 : 0;
}
