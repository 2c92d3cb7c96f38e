using System.Buffers.Text;

namespace PublicAdmin.Pdf.Reading;

/// <summary>
/// A PDF whose objects are found by going once from front to back instead of by its cross-reference tables: later definitions win, as with incremental
/// updates, and a file whose tables are off by a byte is still read, as every viewer does.
/// </summary>
internal sealed class PdfScan
{
    private readonly ReadOnlyMemory<byte> _file;
    private readonly Func<int, int?>? _lengths;
    private readonly PdfReading _reading;
    private readonly Dictionary<string, PdfValue> _trailer = [];
    private readonly PdfFinder _obj;
    private readonly PdfFinder _endobj;
    private readonly PdfFinder _endstream;
    private readonly PdfFinder _trailers;

    /// <param name="file">All bytes.</param>
    /// <param name="limits">What reading may cost.</param>
    /// <param name="lengths">What the cross-references say of the length of a stream that stands in an object of its own; null when nobody knows.</param>
    /// <param name="ct">When nobody waits for the answer any more, or its time is up.</param>
    public PdfScan(ReadOnlyMemory<byte> file, PdfLimits limits, Func<int, int?>? lengths = null, CancellationToken ct = default)
    {
        (_file, _lengths, _reading) = (file, lengths, new PdfReading(limits, ct));
        (Objects, Trailer) = (new ObjectTable(file, _reading), new PdfDictionary(_trailer));
        _obj = new(file, "obj"u8.ToArray());
        _endobj = new(file, "endobj"u8.ToArray());
        _endstream = new(file, "endstream"u8.ToArray());
        _trailers = new(file, "trailer"u8.ToArray());
        Run();
    }

    public ObjectTable Objects { get; }

    /// <summary>Root, Encrypt and the rest, of all trailers together; the last one wins.</summary>
    public PdfDictionary Trailer { get; }

    private void Run()
    {
        for (var at = 0; at < _file.Length;)
        {
            var obj = _obj.From(at);
            ReadTrailers(at, obj);
            if (obj >= _file.Length)
            {
                return;
            }

            var body = obj + 3;
            at = HeadBefore(_file.Span, obj) is { } head ? Object(head.Number, head.At, body) : body;
        }
    }

    private void ReadTrailers(int from, int to)
    {
        for (var at = _trailers.From(from); at < to; at = _trailers.From(at + 1))
        {
            if (new PdfLexer(_file, at + "trailer".Length, _reading).Read() is PdfDictionary trailer)
            {
                AddTrailer(trailer);
            }
        }
    }

    private void AddTrailer(PdfDictionary trailer)
    {
        foreach (var (key, value) in trailer.Entries)
        {
            _trailer[key] = value;
        }
    }

    // Answers where to go on: behind the object's stream, if it has one, so that nothing inside it is taken for an object.
    private int Object(int number, int at, int body)
    {
        Objects.Place(number, new ObjectPlace(null, at));
        var (end, isStream) = ObjectExtent.Find(_file.Span, body, _endobj, _reading);
        if (!isStream)
        {
            return Math.Max(end, body);
        }

        var head = _file.Span[body..end];
        var data = end + "stream".Length;
        if (head.IndexOf("/ObjStm"u8) >= 0 || head.IndexOf("/XRef"u8) >= 0)
        {
            ReadPacked(number);
        }

        var told = LengthIn(head) is { } length && data + 2L + length < _file.Length ? data + StreamBounds.LineEnd(_file.Span[data..]) + length : -1;
        return told >= 0 && StreamBounds.EndsAt(_file.Span[told..]) ? told : _endstream.From(data);
    }

    private void ReadPacked(int number)
    {
        if (Objects.Load(number) is not PdfStream packed)
        {
            return;
        }

        if (packed.Dictionary["Type"]?.AsName == "XRef")
        {
            AddTrailer(packed.Dictionary);
        }
        else if (Objects.StreamOf(number) is { } stream)
        {
            for (var n = 0; n < stream.Numbers.Count; n++)
            {
                Objects.Place(stream.Numbers[n], new ObjectPlace(number, n));
            }
        }
    }

    // "12 0 obj": two numbers before, read backwards.
    private static (int Number, int At)? HeadBefore(ReadOnlySpan<byte> file, int obj)
    {
        var at = obj;
        if (!Back(file, ref at, space: true) || !Back(file, ref at, space: false) || !Back(file, ref at, space: true))
        {
            return null;
        }

        var end = at;
        return Back(file, ref at, space: false) && Utf8Parser.TryParse(file[at..end], out int number, out _) ? (number, at) : null;
    }

    private static bool Back(ReadOnlySpan<byte> file, ref int at, bool space)
    {
        var from = at;
        while (at > 0 && from - at < 10 && (space ? PdfCursor.IsSpace(file[at - 1]) : char.IsAsciiDigit((char)file[at - 1])))
        {
            at--;
        }

        return at < from;
    }

    // A length that is an object of its own may stand behind the stream: then only the cross-references know it.
    private int? LengthIn(ReadOnlySpan<byte> head)
    {
        var at = head.LastIndexOf("/Length "u8);
        if (at < 0 || !Utf8Parser.TryParse(head[(at + "/Length ".Length)..], out int length, out var read))
        {
            return null;
        }

        var rest = head[(at + "/Length ".Length + read)..];
        return rest.Length > 1 && rest[0] == ' ' && char.IsAsciiDigit((char)rest[1]) ? _lengths?.Invoke(length) : length;
    }
}
