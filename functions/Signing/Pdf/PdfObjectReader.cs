namespace PublicAdmin.Signing.Pdf;

/// <summary>Reads one indirect object (ISO 32000-1 section 7.3.10).</summary>
internal static class PdfObjectReader
{
    /// <param name="file">The whole file.</param>
    /// <param name="at">Where "12 0 obj" stands.</param>
    /// <param name="resolve">Follows the reference to a stream's length.</param>
    public static (int Number, PdfValue Value) Read(ReadOnlyMemory<byte> file, int at, Func<PdfValue, PdfValue> resolve)
    {
        var lexer = new PdfLexer(file, at);
        var number = lexer.ReadInt();
        if (lexer.Read().AsInt is null || !lexer.Skip("obj"))
        {
            throw new InvalidDataException("There is no object where one should be.");
        }

        var value = lexer.Read();
        if (value is not PdfDictionary dictionary || !lexer.Skip("stream"))
        {
            return (number, value);
        }

        lexer.SkipLineEnd();
        var length = dictionary["Length"] is { } given ? resolve(given).AsInt : null;
        return length is >= 0 && length <= file.Length - lexer.At
            ? (number, new PdfStream(dictionary, file.Slice(lexer.At, length.Value)))
            : throw new InvalidDataException("A stream does not say how long it is.");
    }
}
