using System.Buffers.Text;

namespace PublicAdmin.Pdf.Reading;

/// <summary>
/// Reads PDF values (ISO 32000-1 section 7.3) from any position. The bytes come from strangers: each call moves forward or ends, so none can hold it up,
/// and what makes no sense is left to <see cref="PdfReading.Doubt"/>.
/// </summary>
internal ref struct PdfLexer
{
    private readonly ReadOnlyMemory<byte> _bytes;
    private readonly PdfReading _reading;
    private PdfCursor _cursor;

    public PdfLexer(ReadOnlyMemory<byte> bytes, int at, PdfReading reading)
    {
        reading.DoubtUnless(at >= 0 && at <= bytes.Length, "An offset points outside the file.");
        _bytes = bytes;
        _reading = reading;
        _cursor = new PdfCursor(bytes.Span, at);
    }

    /// <summary>Where reading goes on.</summary>
    public readonly int At => _cursor.At;

    /// <summary>The next value or word; <see cref="PdfToken.End"/> at the end.</summary>
    public PdfValue Read()
    {
        var from = At;
        var value = Read(0);
        _reading.TakeWork(At - from);
        _reading.IsUnusual |= _cursor.PassedComment;
        return value;
    }

    /// <summary>The next whole number; null, and nothing passed, when something else stands there.</summary>
    public int? ReadInt()
    {
        var from = At;
        _reading.TakeValue();
        _cursor.SkipSpace();
        var found = _cursor.TrySkipInt(out var number);
        _reading.TakeWork(At - from);
        return found ? number : null;
    }

    /// <summary>Steps over a keyword; false when another one stands there.</summary>
    public bool Skip(ReadOnlySpan<byte> keyword)
    {
        _cursor.SkipSpace();
        return _cursor.TrySkip(keyword);
    }

    private PdfValue Read(int depth)
    {
        _reading.TakeValue();
        PdfReading.Keep(depth, _reading.Limits.Depth);
        _cursor.SkipSpace();
        _reading.DoubtUnless(!_cursor.IsAtEnd, "The file ends too early.");
        return _cursor.Here switch
        {
            _ when _cursor.IsAtEnd => PdfToken.End,
            (byte)'/' => Name(),
            (byte)'(' or (byte)'<' when _cursor.Behind != '<' || _cursor.Here == '(' => String(),
            (byte)'<' => Dictionary(depth),
            (byte)'[' => Array(depth),
            (byte)'>' or (byte)']' or (byte)')' or (byte)'{' or (byte)'}' => Bracket(),
            _ => Word(),
        };
    }

    private PdfToken Name()
    {
        var start = At;
        _cursor.SkipName();
        return new PdfToken(_bytes[start..At]);
    }

    private PdfToken String()
    {
        var start = At;
        _reading.DoubtUnless(_cursor.TrySkipString(), "A string does not end.");
        return new PdfToken(_bytes[start..At]);
    }

    private PdfToken Bracket()
    {
        var bracket = _cursor.Here switch { (byte)'>' => PdfToken.EndOfDictionary, (byte)']' => PdfToken.EndOfArray, _ => new PdfToken(_bytes.Slice(At, 1)) };
        _cursor.Skip(_cursor is { Here: (byte)'>', Behind: (byte)'>' } ? 2 : 1);
        return bracket;
    }

    private PdfValue Word()
    {
        var start = At;
        var word = _cursor.Word();
        if (word[0] is >= (byte)'0' and <= (byte)'9' && Utf8Parser.TryParse(word, out int number, out var used) && used == word.Length
            && _cursor.TrySkipReference(out var generation))
        {
            return new PdfReference(number, generation);
        }

        return word.SequenceEqual("null"u8) ? PdfValue.Null : new PdfToken(_bytes.Slice(start, word.Length));
    }

    private PdfArray Array(int depth)
    {
        _cursor.Skip(1);
        var items = new List<PdfValue>();
        while (Read(depth + 1) is var item && item != PdfToken.EndOfArray && !EndsEarly(item))
        {
            items.Add(item);
        }

        return new PdfArray(items);
    }

    private PdfDictionary Dictionary(int depth)
    {
        _cursor.Skip(2);
        var entries = new Dictionary<string, PdfValue>();
        while (Read(depth + 1) is var key && key != PdfToken.EndOfDictionary && !EndsEarly(key))
        {
            if (key.AsName is not { } name)
            {
                _reading.Doubt("A dictionary holds something without a name.");
            }
            else if (Read(depth + 1) is var value && EndsEarly(value))
            {
                break;
            }
            else if (value != PdfValue.Null)
            {
                _reading.IsUnusual |= !entries.TryAdd(name, value); // Some readers take the first of two, some the last.
                entries[name] = value;
            }
        }

        return new PdfDictionary(entries);
    }

    // What cannot stand within a value: the one that was open has no end.
    private readonly bool EndsEarly(PdfValue value)
    {
        var ends = value == PdfToken.End || value == PdfToken.EndOfDictionary || (value is PdfToken word && word.Is("endobj"u8));
        _reading.DoubtUnless(!ends, "An array or a dictionary does not end.");
        return ends;
    }
}
