using System.Globalization;
using System.Text;

namespace PublicAdmin.Pdf.Fonts;

/// <summary>A mark over or under a letter, in thousandths of the type size.</summary>
/// <param name="Back">How far it is drawn to the left of where the letter ended.</param>
/// <param name="Rise">How far above its own place, so that it clears what the letter carries already.</param>
internal sealed record MarkPlace(double Back, double Rise);

/// <summary>A stretch of text as it is drawn: letters in a row, or one letter with its marks.</summary>
internal sealed record DrawnText(string Letters, IReadOnlyList<(string Mark, MarkPlace Place)> Marks)
{
    public string Text => Letters + string.Concat(Marks.Select(mark => mark.Mark));
}

/// <summary>
/// Places marks that no composed letter holds, such as the breve of ê̆ and ơ̆ in names of the Thái and Hmông: a face draws them where its last letter ends,
/// which is beside the letter, so each is set over the middle of its own.
/// </summary>
internal static class CombiningMarks
{
    private const int Clear = 40; // Between two marks of one letter.
    private const int OverLetters = 500;

    public static bool Any(string text) => text.EnumerateRunes().Any(IsMark);

    public static IEnumerable<DrawnText> Of(TrueTypeFont face, string text)
    {
        var runes = text.EnumerateRunes().ToList();
        var row = new StringBuilder();
        for (var n = 0; n < runes.Count; n++)
        {
            var marks = runes.Skip(n + 1).TakeWhile(IsMark).ToList();
            if (marks.Count > 0)
            {
                yield return new DrawnText(row.ToString(), []);
                yield return new DrawnText(runes[n].ToString(), Places(face, face.GlyphOf(runes[n]), marks));
                row.Clear();
                n += marks.Count;
            }
            else
            {
                row.Append(runes[n].ToString());
            }
        }

        yield return new DrawnText(row.ToString(), []);
    }

    private static List<(string Mark, MarkPlace Place)> Places(TrueTypeFont face, int letter, IEnumerable<Rune> marks)
    {
        var top = face.BoxOf(letter).Top;
        var places = new List<(string, MarkPlace)>();
        foreach (var mark in marks)
        {
            var place = Place(face, letter, face.GlyphOf(mark), top);
            top = Math.Max(top, face.BoxOf(face.GlyphOf(mark)).Top + (int)place.Rise);
            places.Add((mark.ToString(), place));
        }

        return places;
    }

    private static MarkPlace Place(TrueTypeFont face, int letter, int mark, int top)
    {
        var (below, over) = (face.BoxOf(letter), face.BoxOf(mark));
        var middle = (below.Left + below.Right - over.Left - over.Right) / 2.0;
        var rise = over.Bottom > OverLetters ? Math.Max(0, top - over.Bottom + Clear) : 0;
        return new MarkPlace(face.WidthOf(letter) - middle, rise);
    }

    private static bool IsMark(Rune rune) => rune.Value >= 0x300 && Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark;
}
