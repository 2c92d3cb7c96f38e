using PublicAdmin.Pdf.Reading;

namespace PublicAdmin.Pdf.Content;

/// <summary>A picture within content (ISO 32000-1 section 8.9.7).</summary>
internal static class InlineImage
{
    /// <summary>Behind its <c>EI</c>.</summary>
    public static int End(ReadOnlySpan<byte> content, int from)
    {
        for (var at = from; at + 2 < content.Length; at++)
        {
            var next = content[at..].IndexOf("EI"u8);
            if (next < 0)
            {
                return content.Length;
            }

            at += next;
            if (at > 0 && PdfCursor.IsSpace(content[at - 1]) && (at + 2 >= content.Length || PdfCursor.IsSpace(content[at + 2])))
            {
                return at + 2;
            }
        }

        return content.Length;
    }
}
