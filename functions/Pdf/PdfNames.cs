using System.Globalization;
using System.Text;

namespace PublicAdmin.Pdf;

/// <summary>Names (ISO 32000-1 section 7.3.5): <c>/Java#53cript</c> says JavaScript.</summary>
internal static class PdfNames
{
    /// <param name="bytes">Behind the slash.</param>
    public static string Read(ReadOnlySpan<byte> bytes)
    {
        var text = Encoding.Latin1.GetString(bytes);
        return text.Contains('#', StringComparison.Ordinal) ? Unescape(text) : text;
    }

    /// <summary>With its slash, and whatever no name may hold escaped.</summary>
    public static string Write(string name) => name.All(IsPlain) ? "/" + name : "/" + string.Concat(name.Select(letter =>
        IsPlain(letter) ? letter.ToString() : string.Create(CultureInfo.InvariantCulture, $"#{(int)letter:X2}")));

    private static bool IsPlain(char letter) => letter is > ' ' and <= '~' and not ('#' or '(' or ')' or '<' or '>' or '[' or ']' or '{' or '}' or '/' or '%');

    private static string Unescape(string text)
    {
        var plain = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            var escaped = text[i] == '#' && i + 2 < text.Length
                && byte.TryParse(text.AsSpan(i + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out _);
            plain.Append(escaped ? (char)Convert.ToByte(text.Substring(i + 1, 2), 16) : text[i]);
            i += escaped ? 2 : 0;
        }

        return plain.ToString();
    }
}
