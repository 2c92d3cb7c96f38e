using System.Globalization;
using System.Text;

namespace PublicAdmin.Platform;

/// <summary>
/// The one gate for text from outside: whole letters, no code points that are none (Unicode, section 23.7: U+FFFE, U+FDD0 …), no controls but those
/// that make lines, nothing that turns the direction of writing. What passes can be normalised, printed, signed and read as it is stored.
/// </summary>
public static class WrittenText
{
    public static bool Is(ReadOnlySpan<char> text)
    {
        if (!text.ContainsAnyExceptInRange(' ', '~'))
        {
            return true;
        }

        while (!text.IsEmpty)
        {
            if (Rune.DecodeFromUtf16(text, out var letter, out var length) is not System.Buffers.OperationStatus.Done || !Is(letter))
            {
                return false;
            }

            text = text[length..];
        }

        return true;
    }

    /// <summary>In one writing (NFC). Latin letters that carry their marks themselves, as Vietnamese is nearly always typed, are so without asking.</summary>
    public static string Composed(string text) => IsPlain(text) ? text : text.Normalize();

    /// <summary>
    /// Whether it holds nothing but letters, figures and signs up to U+02FF and from U+1E00 to U+1EFF: all of them seen, and none composed otherwise
    /// (NFC_Quick_Check is Yes for each of them; Unicode Standard Annex 15).
    /// </summary>
    public static bool IsPlain(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (c is not ((>= ' ' and <= '~') or (>= '\u00A0' and < '\u0300' and not '\u00AD') or (>= '\u1E00' and <= '\u1EFF')))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Text of another system, with a mark in the place of what is no text.</summary>
    public static string Clean(string text)
    {
        if (Is(text))
        {
            return text;
        }

        var clean = new StringBuilder(text.Length);
        foreach (var letter in text.EnumerateRunes())
        {
            clean.Append((Is(letter) ? letter : Rune.ReplacementChar).ToString());
        }

        return clean.ToString();
    }

    private static bool Is(Rune letter) => letter.Value is '\t' or '\n' or '\r'
        || (Rune.GetUnicodeCategory(letter) is not UnicodeCategory.Control && !IsNoncharacter(letter.Value) && !TurnsDirection(letter.Value));

    private static bool IsNoncharacter(int point) => (point & 0xFFFE) == 0xFFFE || point is >= 0xFDD0 and <= 0xFDEF;

    // Unicode Standard Annex 9: marks, embeddings, overrides and isolates.
    private static bool TurnsDirection(int point) => point is 0x061C or 0x200E or 0x200F or (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069);
}
