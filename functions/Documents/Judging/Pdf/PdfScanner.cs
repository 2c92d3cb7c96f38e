using System.Buffers.Text;

namespace PublicAdmin.Documents.Judging.Pdf;

/// <summary>Goes once through a PDF and notes where each object lies, also those packed in object streams (ISO 32000-1 section 7.5.7).</summary>
internal sealed class PdfScanner
{
    private readonly ReadOnlyMemory<byte> _file;
    private readonly PdfObjects _objects;
    private readonly PdfFinder _obj;
    private readonly PdfFinder _endobj;
    private readonly PdfFinder _stream;
    private readonly PdfFinder _endstream;
    private readonly PdfFinder _trailer;

    private PdfScanner(ReadOnlyMemory<byte> file, PdfBudget budget)
    {
        (_file, _objects) = (file, new PdfObjects(budget));
        _obj = new(file, "obj"u8.ToArray());
        _endobj = new(file, "endobj"u8.ToArray());
        _stream = new(file, "stream"u8.ToArray());
        _endstream = new(file, "endstream"u8.ToArray());
        _trailer = new(file, "trailer"u8.ToArray());
    }

    public static PdfObjects Scan(ReadOnlyMemory<byte> file, PdfBudget budget)
    {
        var scanner = new PdfScanner(file, budget);
        scanner.Run();
        return scanner._objects;
    }

    /// <summary>Whether a stream's data ends here.</summary>
    public static bool EndsStream(ReadOnlySpan<byte> rest)
    {
        var skip = 0;
        while (skip < Math.Min(rest.Length, 4) && PdfCursor.IsSpace(rest[skip]))
        {
            skip++;
        }

        return rest[skip..].StartsWith("endstream"u8);
    }

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
            at = NumberBefore(_file.Span, obj) is { } number ? Object(number, body) : body;
        }
    }

    private void ReadTrailers(int from, int to)
    {
        for (var at = _trailer.From(from); at < to; at = _trailer.From(at + 1))
        {
            if (new PdfLexer(_file, at + "trailer".Length, _objects.Budget).Next() is PdfDictionary trailer)
            {
                _objects.AddTrailer(trailer);
            }
        }
    }

    // Answers where to go on: behind the object's stream, if it has one, so that nothing inside it is taken for an object.
    private int Object(int number, int body)
    {
        _objects.Place(number, _file, body);
        var end = _endobj.From(body);
        var stream = _stream.From(body);
        if (stream >= end)
        {
            return Math.Max(end, body);
        }

        var head = _file.Span[body..stream];
        var data = stream + "stream".Length;
        if (head.IndexOf("/ObjStm"u8) >= 0 || head.IndexOf("/XRef"u8) >= 0)
        {
            ReadPacked(body);
        }

        var direct = DirectLength(head) is { } length && data + 2L + length < _file.Length ? data + PdfObjects.LineEnd(_file.Span[data..]) + length : -1;
        return direct >= 0 && EndsStream(_file.Span[direct..]) ? direct : _endstream.From(data);
    }

    private void ReadPacked(int body)
    {
        if (_objects.ReadAt(_file, body) is not PdfStream packed)
        {
            return;
        }

        if ((packed.Dictionary.GetValueOrDefault("Type") as PdfName)?.Text == "XRef")
        {
            _objects.AddTrailer(packed.Dictionary);
        }
        else if (PdfFilters.Unpack(_objects, packed, ReadingLimits.Unpacked) is { } bytes)
        {
            PlacePacked(bytes, (int)(_objects.Number(packed.Dictionary, "N") ?? 0), (int)(_objects.Number(packed.Dictionary, "First") ?? 0));
        }
    }

    private void PlacePacked(ReadOnlyMemory<byte> bytes, int count, int first)
    {
        var lexer = new PdfLexer(bytes, 0, _objects.Budget);
        for (var i = 0; i < count; i++)
        {
            if (lexer.Next() is not double number || lexer.Next() is not double offset)
            {
                return;
            }

            _objects.Place((int)number, bytes, (int)Math.Clamp(first + offset, 0, bytes.Length));
        }
    }

    // "12 0 obj": two numbers before, read backwards.
    private static int? NumberBefore(ReadOnlySpan<byte> file, int obj)
    {
        var at = obj;
        if (!Back(file, ref at, space: true) || !Back(file, ref at, space: false) || !Back(file, ref at, space: true))
        {
            return null;
        }

        var end = at;
        return Back(file, ref at, space: false) && Utf8Parser.TryParse(file[at..end], out int number, out _) ? number : null;
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

    private static int? DirectLength(ReadOnlySpan<byte> head)
    {
        var at = head.LastIndexOf("/Length "u8);
        if (at < 0 || !Utf8Parser.TryParse(head[(at + "/Length ".Length)..], out int length, out var read))
        {
            return null;
        }

        var rest = head[(at + "/Length ".Length + read)..];
        return rest.Length > 1 && rest[0] == ' ' && char.IsAsciiDigit((char)rest[1]) ? null : length;
    }
}
