namespace PublicAdmin.Pdf.Reading;

/// <summary>An object with its number, as it stands in a file (ISO 32000-1 section 7.3.10).</summary>
/// <param name="End">Behind its value or its stream's data.</param>
internal sealed record IndirectObject(int Number, int Generation, PdfValue Value, int End)
{
    /// <summary>Reads <c>12 0 obj</c> and what follows it.</summary>
    /// <param name="file">All bytes.</param>
    /// <param name="at">Where the number stands.</param>
    /// <param name="objects">Where the length of a stream is looked up.</param>
    /// <returns>Null when no object stands here.</returns>
    public static IndirectObject? Read(ReadOnlyMemory<byte> file, int at, ObjectTable objects)
    {
        var lexer = new PdfLexer(file, at, objects.Reading);
        if (lexer.ReadInt() is not { } number || lexer.ReadInt() is not { } generation || !lexer.Skip("obj"u8))
        {
            return null;
        }

        var value = lexer.Read();
        if (value is PdfDictionary dictionary && lexer.Skip("stream"u8))
        {
            var data = StreamData(file, lexer.At, objects.Resolve(dictionary["Length"]).AsInt, objects.Reading);
            return new(number, generation, new PdfStream(dictionary, file[data]), data.End.Value);
        }

        return new(number, generation, value is PdfToken word && word.Is("endobj"u8) ? PdfValue.Null : value, lexer.At);
    }

    // A wrong length is not believed: viewers do not either.
    private static Range StreamData(ReadOnlyMemory<byte> file, int at, int? length, PdfReading reading)
    {
        var start = at + StreamBounds.LineEnd(file.Span[at..]);
        var rest = file.Span[start..];
        if (length is not >= 0 || length > rest.Length)
        {
            reading.Doubt("A stream does not say how long it is.");
        }
        else if (StreamBounds.EndsAt(rest[length.Value..]))
        {
            return start..(start + length.Value);
        }

        var end = rest.IndexOf("endstream"u8);
        reading.TakeWork(end < 0 ? rest.Length : end);
        return start..(end < 0 ? file.Length : start + end);
    }
}
