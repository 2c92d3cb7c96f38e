namespace PublicAdmin.Pdf.Reading;

/// <summary>How far an object reaches when nobody says: by its words alone, so that a "stream" in a name or a title ends nothing.</summary>
internal static class ObjectExtent
{
    /// <param name="file">All bytes.</param>
    /// <param name="body">Behind <c>obj</c>.</param>
    /// <param name="endobj">Where that word stands, for objects whose strings do not end.</param>
    /// <returns>Where <c>endobj</c>, the next object or <c>stream</c> stands.</returns>
    public static (int At, bool IsStream) Find(ReadOnlySpan<byte> file, int body, PdfFinder endobj, PdfReading reading)
    {
        var cursor = new PdfCursor(file, body);
        var found = Find(ref cursor);
        reading.TakeWork(cursor.At - body); // Strings that do not end would be read to the end of the file from each object.
        return found ?? (endobj.From(body), false);
    }

    private static (int At, bool IsStream)? Find(ref PdfCursor cursor)
    {
        for (cursor.SkipSpace(); !cursor.IsAtEnd; cursor.SkipSpace())
        {
            var at = cursor.At;
            if (cursor is { Here: (byte)'<', Behind: (byte)'<' })
            {
                cursor.Skip(2);
            }
            else if (cursor.Here is (byte)'(' or (byte)'<')
            {
                if (!cursor.TrySkipString())
                {
                    break;
                }
            }
            else if (cursor.Here == '/')
            {
                cursor.SkipName();
            }
            else if (cursor.Word() is not { Length: > 0 } word)
            {
                cursor.Skip(1);
            }
            else if (word.SequenceEqual("endobj"u8) || word.SequenceEqual("obj"u8) || word.SequenceEqual("stream"u8))
            {
                return (at, word.SequenceEqual("stream"u8));
            }
        }

        return null;
    }
}
