namespace PublicAdmin.Pdf.Reading;

/// <summary>
/// The cross-reference section of an update, read as the standard writes it and not one byte otherwise: readers that find it damaged go looking for
/// objects by themselves, and then show others than those it names.
/// </summary>
/// <param name="Stream">The number of the section where it is a stream; null for a table.</param>
/// <param name="End">Behind it and its trailer.</param>
internal sealed record StrictSection(IReadOnlyList<CrossReferenceEntry> Entries, PdfDictionary Trailer, int? Stream, int End)
{
    private const int Row = 20;

    /// <exception cref="BrokenPdfException">Another reader could take it otherwise.</exception>
    public static StrictSection Read(ReadOnlyMemory<byte> file, int at, ObjectTable objects)
    {
        var text = new StrictText(file.Span, at);
        return text.TrySkip("xref"u8) ? ReadTable(file, text.At, objects) : ReadStream(file, at, objects);
    }

    private static StrictSection ReadTable(ReadOnlyMemory<byte> file, int at, ObjectTable objects)
    {
        var text = new StrictText(file.Span, at);
        var entries = new List<CrossReferenceEntry>();
        text.PastLineEnd();
        while (!text.TrySkip("trailer"u8))
        {
            var first = text.Number();
            text.Demand(" "u8);
            var count = text.Number();
            text.TrySkip(" "u8);
            text.PastLineEnd();
            PdfReading.Keep(entries.Count + count, objects.Reading.Limits.Objects);
            for (var n = 0; n < count; n++, text.At += Row)
            {
                entries.Add(Entry(first + n, file.Span.Slice(text.At, Math.Min(Row, file.Length - text.At))));
            }
        }

        var lexer = new PdfLexer(file, text.At, objects.Reading);
        return lexer.Read() is PdfDictionary trailer ? new(entries, trailer, null, lexer.At) : throw StrictText.Odd("its trailer");
    }

    // "0000012345 00000 n" and two bytes of line end.
    private static CrossReferenceEntry Entry(int number, ReadOnlySpan<byte> row)
    {
        if (row.Length < Row || row[10] != ' ' || row[16] != ' ' || !(row[18..] is [(byte)' ', (byte)'\n' or (byte)'\r'] or [(byte)'\r', (byte)'\n'])
            || row[..10].ContainsAnyExceptInRange((byte)'0', (byte)'9') || row[11..16].ContainsAnyExceptInRange((byte)'0', (byte)'9'))
        {
            throw StrictText.Odd("its table");
        }

        var (offset, generation) = (new StrictText(row[..10], 0).Padded(), new StrictText(row[11..16], 0).Padded());
        return row[17] switch
        {
            (byte)'n' => new(number, new ObjectPlace(null, offset), generation),
            (byte)'f' => new(number, null, generation),
            _ => throw StrictText.Odd("its table"),
        };
    }

    private static StrictSection ReadStream(ReadOnlyMemory<byte> file, int at, ObjectTable objects)
    {
        var read = StrictObject.Read(file, at, objects);
        if (read.Object.Value is not PdfStream stream || stream.Dictionary["Type"]?.AsName != "XRef")
        {
            throw StrictText.Odd("its cross-references");
        }

        var rows = new CrossReferenceRows(objects, stream);
        return rows.IsWhole ? new([.. rows.Entries()], stream.Dictionary, read.Object.Number, read.End) : throw StrictText.Odd("its cross-references");
    }
}
