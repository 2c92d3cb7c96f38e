namespace PublicAdmin.Pdf;

/// <summary>Literal and hexadecimal strings (ISO 32000-1 section 7.3.4), read where they lie: one may be most of a large file.</summary>
internal static class PdfStrings
{
    private const string Escaped = "nrtbf";

    /// <returns>Null for what is no string.</returns>
    public static byte[]? Decode(ReadOnlySpan<byte> written) => written switch
    {
        [(byte)'(', .. var inner, (byte)')'] => Literal(inner),
        [(byte)'<', .. var inner, (byte)'>'] => Hexadecimal(inner),
        _ => null,
    };

    private static byte[]? Hexadecimal(ReadOnlySpan<byte> inner)
    {
        var bytes = new byte[(Digits(inner) + 1) / 2];
        var count = 0;
        foreach (var letter in inner)
        {
            if (IsBlank(letter))
            {
                continue;
            }

            if (!char.IsAsciiHexDigit((char)letter))
            {
                return null;
            }

            // The high half first; a last one that is missing is a zero.
            bytes[count / 2] |= (byte)(Half(letter) << (count % 2 == 0 ? 4 : 0));
            count++;
        }

        return bytes;
    }

    private static int Digits(ReadOnlySpan<byte> inner)
    {
        var count = 0;
        foreach (var letter in inner)
        {
            count += IsBlank(letter) ? 0 : 1;
        }

        return count;
    }

    private static int Half(byte digit) => digit <= '9' ? digit - '0' : (digit | 0x20) - 'a' + 10;

    private static bool IsBlank(byte letter) => letter is 0 || char.IsWhiteSpace((char)letter);

    private static byte[] Literal(ReadOnlySpan<byte> inner)
    {
        var bytes = new byte[inner.Length];
        var count = 0;
        for (var n = 0; n < inner.Length; n++)
        {
            if (inner[n] != '\\' || n + 1 == inner.Length)
            {
                bytes[count++] = inner[n];
            }
            else if (Escape(inner, ref n) is { } meant)
            {
                bytes[count++] = meant;
            }
        }

        return bytes.AsSpan(0, count).ToArray();
    }

    // Null for a line broken for the eye only.
    private static byte? Escape(ReadOnlySpan<byte> inner, ref int n)
    {
        var letter = inner[++n];
        switch (letter)
        {
            case (byte)'\r' or (byte)'\n':
                n += letter == '\r' && n + 1 < inner.Length && inner[n + 1] == '\n' ? 1 : 0;
                return null;
            case >= (byte)'0' and <= (byte)'7':
                var code = 0;
                var end = Math.Min(n + 3, inner.Length);
                while (n < end && inner[n] is >= (byte)'0' and <= (byte)'7')
                {
                    code = (code * 8) + inner[n++] - '0';
                }

                n--;
                return (byte)code;
            default:
                return Escaped.IndexOf((char)letter, StringComparison.Ordinal) is >= 0 and var at ? (byte)"\n\r\t\b\f"[at] : letter;
        }
    }
}
