namespace PublicAdmin.Pdf;

/// <summary>Literal and hexadecimal strings (ISO 32000-1 section 7.3.4).</summary>
internal static class PdfStrings
{
    public static byte[]? Decode(string written) => written switch
    {
        ['(', .. var inner, ')'] => Literal(inner),
        ['<', .. var inner, '>'] => Hexadecimal(inner),
        _ => null,
    };

    private static byte[]? Hexadecimal(string inner)
    {
        var digits = string.Concat(inner.Where(letter => !char.IsWhiteSpace(letter) && letter != '\0'));
        return digits.All(char.IsAsciiHexDigit) ? Convert.FromHexString(digits.Length % 2 == 0 ? digits : digits + "0") : null;
    }

    private static byte[] Literal(string inner)
    {
        var bytes = new List<byte>();
        for (var n = 0; n < inner.Length; n++)
        {
            if (inner[n] == '\\' && n + 1 < inner.Length)
            {
                Escape(inner, ref n, bytes);
            }
            else
            {
                bytes.Add((byte)inner[n]);
            }
        }

        return [.. bytes];
    }

    private static void Escape(string inner, ref int n, List<byte> bytes)
    {
        var letter = inner[++n];
        switch (letter)
        {
            case 'n' or 'r' or 't' or 'b' or 'f':
                bytes.Add((byte)"\n\r\t\b\f"["nrtbf".IndexOf(letter, StringComparison.Ordinal)]);
                break;
            case >= '0' and <= '7':
                var digits = inner.Skip(n).Take(3).TakeWhile(digit => digit is >= '0' and <= '7').Count();
                bytes.Add((byte)Convert.ToInt32(inner.Substring(n, digits), 8));
                n += digits - 1;
                break;
            case '\r' or '\n': // A line broken for the eye only.
                n += letter == '\r' && n + 1 < inner.Length && inner[n + 1] == '\n' ? 1 : 0;
                break;
            default:
                bytes.Add((byte)letter);
                break;
        }
    }
}
