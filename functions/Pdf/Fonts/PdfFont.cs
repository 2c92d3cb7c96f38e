using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using PublicAdmin.Pdf.Writing;

namespace PublicAdmin.Pdf.Fonts;

/// <summary>
/// A face as one document uses it: it notes the glyphs shown and embeds just those, as a Type 0 font whose codes are glyph numbers (Identity-H),
/// with the way back to Unicode so that text can be copied and searched (ISO 32000-1 sections 9.7 and 9.10.3).
/// </summary>
internal sealed class PdfFont(string resource, TrueTypeFont face)
{
    private const int CharactersPerBlock = 100; // Adobe Technical Note 5014: at most so many per bfchar block.

    private const int FewGlyphs = 40;
    private const int MostKept = 300;

    private static readonly ConcurrentDictionary<(string Face, string Tag, int Count), (int[] Glyphs, int Length, byte[] Packed)> Small = new();

    private readonly SortedDictionary<int, Rune> _shown = [];

    /// <summary>Its name among a page's resources, such as <c>F1</c>.</summary>
    public string Resource { get; } = resource;

    public TrueTypeFont Face { get; } = face;

    public bool IsUsed => _shown.Count > 0;

    /// <summary>The codes of a text as a hexadecimal string; what the font cannot show becomes its empty box.</summary>
    public string Encode(string text)
    {
        var codes = new StringBuilder("<");
        foreach (var character in text.EnumerateRunes())
        {
            var glyph = Face.GlyphOf(character);
            _shown.TryAdd(glyph, character);
            codes.Append(CultureInfo.InvariantCulture, $"{glyph:X4}");
        }

        return codes.Append('>').ToString();
    }

    /// <summary>The operators that show a text.</summary>
    /// <param name="text">Composed.</param>
    /// <param name="size">Points.</param>
    /// <param name="wordSpacing">Points added to each space, for justified lines.</param>
    public string Show(string text, double size, double wordSpacing = 0) => CombiningMarks.Any(text)
        ? string.Concat(CombiningMarks.Of(Face, text).Select(part => part.Marks.Count > 0 ? Marked(part, size) : Row(part.Letters, size, wordSpacing)))
        : Row(text, size, wordSpacing);

    // Said as one text (ISO 32000-1 section 14.9.4), since a reader that goes by places alone takes the mark for a letter of its own; and ended by a space
    // that is drawn within the letter, since readers measure such a text from its first to its last glyph.
    private string Marked(DrawnText part, double size)
    {
        var said = Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(part.Text));
        return $"/Span<</ActualText<FEFF{said}>>>BDC {Encode(part.Letters)}Tj {string.Concat(part.Marks.Select(mark => Shifted(mark.Mark, mark.Place, size)))}[{Face.WidthOf(Face.GlyphOf(new Rune(' ')))}]TJ {Encode(" ")}Tj EMC ";
    }

    private string Shifted(string mark, MarkPlace place, double size)
    {
        var on = Face.WidthOf(Face.GlyphOf(mark.EnumerateRunes().First())) - place.Back;
        return $"[{PdfSyntax.Number(place.Back)}]TJ {PdfSyntax.Number(place.Rise * size / 1000)} Ts {Encode(mark)}Tj 0 Ts[{PdfSyntax.Number(on)}]TJ";
    }

    // Word spacing (Tw) does not work on two-byte codes (ISO 32000-1 section 9.3.3), so each space is moved by hand, in thousandths of the size.
    private string Row(string text, double size, double wordSpacing)
    {
        if (wordSpacing == 0 || text.Length == 0)
        {
            return text.Length == 0 ? "" : $"{Encode(text)}Tj";
        }

        var words = text.Split(' ');
        var shift = PdfSyntax.Number(-wordSpacing * 1000 / size);
        return $"[{string.Join(shift, words.Select((word, n) => Encode(n < words.Length - 1 ? word + " " : word)))}]TJ";
    }

    /// <summary>Writes the font and answers its object number.</summary>
    public int Embed(PdfObjects objects)
    {
        var tag = SubsetTag();
        var name = $"{tag}+{Face.Name}";
        var (length, packed) = _shown.Count <= FewGlyphs ? Kept(tag) : Pack();
        var file = objects.AddStream(string.Create(CultureInfo.InvariantCulture, $"/Length1 {length}/Filter/FlateDecode"), packed);
        var descriptor = objects.Add(Descriptor(name, file));
        var descendant = objects.Add(
            $"<</Type/Font/Subtype/CIDFontType2/BaseFont/{name}/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
            + $"/FontDescriptor {PdfSyntax.Reference(descriptor)}/DW 1000/W[{Widths()}]/CIDToGIDMap/Identity>>");
        var unicode = objects.AddPacked("", Encoding.ASCII.GetBytes(ToUnicode()));
        return objects.Add(
            $"<</Type/Font/Subtype/Type0/BaseFont/{name}/Encoding/Identity-H/DescendantFonts[{PdfSyntax.Reference(descendant)}]"
            + $"/ToUnicode {PdfSyntax.Reference(unicode)}>>");
    }

    // What a seal, a signature, a number or a date shows is the same few letters on paper after paper.
    private (int Length, byte[] Packed) Kept(string tag)
    {
        var key = (Face.Name, tag, _shown.Count);
        if (Small.TryGetValue(key, out var kept) && kept.Glyphs.SequenceEqual(_shown.Keys))
        {
            return (kept.Length, kept.Packed);
        }

        if (Small.Count >= MostKept)
        {
            Small.Clear();
        }

        var (length, packed) = Pack();
        Small[key] = ([.. _shown.Keys], length, packed);
        return (length, packed);
    }

    private (int Length, byte[] Packed) Pack() => TrueTypeSubset.Pack(Face, _shown.Keys);

    private string Descriptor(string name, int file) => string.Create(
        CultureInfo.InvariantCulture,
        $"<</Type/FontDescriptor/FontName/{name}/Flags {(Face.ItalicAngle == 0 ? 4 : 68)}/FontBBox[{string.Join(' ', Face.Box)}]/ItalicAngle {Face.ItalicAngle}"
        + $"/Ascent {Face.Ascent}/Descent {Face.Descent}/CapHeight {Face.CapHeight}/StemV 80/FontFile2 {file} 0 R>>");

    private string Widths() => string.Concat(_shown.Keys.Select(glyph => string.Create(CultureInfo.InvariantCulture, $"{glyph}[{Face.WidthOf(glyph)}]")));

    // Six letters that differ when the glyphs differ (ISO 32000-1 section 9.6.4), and only then: the same paper is the same bytes.
    private string SubsetTag()
    {
        var hash = SHA256.HashData(Encoding.ASCII.GetBytes(string.Join(' ', _shown.Keys)));
        return string.Concat(hash.Take(6).Select(value => (char)('A' + (value % 26))));
    }

    private string ToUnicode()
    {
        var map = new StringBuilder(
            "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def\n"
            + "/CMapName/Adobe-Identity-UCS def\n/CMapType 2 def\n1 begincodespacerange\n<0000><FFFF>\nendcodespacerange\n");
        foreach (var block in _shown.Chunk(CharactersPerBlock))
        {
            map.Append(CultureInfo.InvariantCulture, $"{block.Length} beginbfchar\n");
            foreach (var (glyph, character) in block)
            {
                map.Append(CultureInfo.InvariantCulture, $"<{glyph:X4}><{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(character.ToString()))}>\n");
            }

            map.Append("endbfchar\n");
        }

        return map.Append("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend").ToString();
    }
}
