using System.Globalization;
using System.Text;
using PublicAdmin.Pdf.Fonts;

namespace PublicAdmin.Forms.Layout;

/// <summary>A piece of text in one face and size.</summary>
/// <param name="Text">One paragraph at most: line breaks count as spaces.</param>
/// <param name="Size">Points; null for the paragraph's own.</param>
public sealed record Run(string Text, Face Face = Face.Regular, double? Size = null)
{
    public static Run Bold(string text) => new(text, Face.Bold);

    public static Run Italic(string text) => new(text, Face.Italic);

    public static implicit operator Run(string text) => new(text);

    /// <summary>
    /// The words with the spaces behind them, letters composed so that each is one glyph. What will be printed is asked for its letters before
    /// (<see cref="PrintableText"/>); one the face lacks all the same, from another system, is named by its number and never taken for another.
    /// </summary>
    internal IEnumerable<string> Words()
    {
        var font = OfficeFonts.Of(Face);
        var word = new StringBuilder();
        foreach (var character in Text.Normalize(NormalizationForm.FormC).EnumerateRunes())
        {
            var isSpace = Rune.IsWhiteSpace(character) && character.Value != '\u00A0';
            if (word.Length > 0 && word[^1] == ' ' && !isSpace)
            {
                yield return word.ToString();
                word.Clear();
            }

            word.Append(isSpace
                ? " " : font.GlyphOf(character) == 0 ? string.Create(CultureInfo.InvariantCulture, $"[U+{character.Value:X4}]") : character.ToString());
        }

        if (word.Length > 0)
        {
            yield return word.ToString();
        }
    }
}
