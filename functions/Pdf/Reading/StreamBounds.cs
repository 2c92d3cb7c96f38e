namespace PublicAdmin.Pdf.Reading;

/// <summary>Where the data of a stream begins and ends (ISO 32000-1 section 7.3.8).</summary>
internal static class StreamBounds
{
    /// <summary>How many bytes the line end after <c>stream</c> takes: CR LF or LF.</summary>
    public static int LineEnd(ReadOnlySpan<byte> rest) => rest.StartsWith("\r\n"u8) ? 2 : rest.StartsWith("\n"u8) || rest.StartsWith("\r"u8) ? 1 : 0;

    /// <summary>Whether a stream's data ends here.</summary>
    public static bool EndsAt(ReadOnlySpan<byte> rest)
    {
        var skip = 0;
        while (skip < Math.Min(rest.Length, 4) && PdfCursor.IsSpace(rest[skip]))
        {
            skip++;
        }

        return rest[skip..].StartsWith("endstream"u8);
    }
}
