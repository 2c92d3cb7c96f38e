using System.Text;

namespace PublicAdmin.Pdf.Fonts;

/// <summary>
/// One face of a TrueType font: which glyph shows a character, how wide it is, and the bytes a PDF needs to embed the glyphs it uses
/// (OpenType 1.9). Widths are in thousandths of the type size, as PDF counts them.
/// </summary>
public sealed class TrueTypeFont
{
    private readonly Dictionary<string, ReadOnlyMemory<byte>> _tables;
    private readonly Dictionary<int, int> _glyphs;
    private readonly int _unitsPerEm;
    private readonly int _advances;
    private readonly int[] _widths;

    public TrueTypeFont(ReadOnlyMemory<byte> file)
    {
        _tables = TrueTypeFile.Tables(new ByteSource(file));
        var head = Table("head");
        _unitsPerEm = head.U16(18);
        Box = [.. Enumerable.Range(0, 4).Select(n => Scale(Table("head").S16(36 + (2 * n))))];
        LongOffsets = head.U16(50) == 1;
        Glyphs = Table("maxp").U16(4);
        Ascent = Scale(Table("hhea").S16(4));
        Descent = Scale(Table("hhea").S16(6));
        _advances = Table("hhea").U16(34);
        _widths = ReadWidths();
        CapHeight = Scale(Table("OS/2").S16(88));
        ItalicAngle = Table("post").S16(4);
        _glyphs = CharacterMap.Read(Table("cmap"));
        Name = ReadName(Table("name"));
    }

    /// <summary>The PostScript name, such as <c>LiberationSerif-Bold</c>.</summary>
    public string Name { get; }

    public int Ascent { get; }

    public int Descent { get; }

    public int CapHeight { get; }

    /// <summary>Degrees, leaning right is negative.</summary>
    public int ItalicAngle { get; }

    /// <summary>Left, bottom, right, top.</summary>
    public IReadOnlyList<int> Box { get; }

    internal int Glyphs { get; }

    internal int Advances => _advances;

    internal bool LongOffsets { get; }

    /// <summary>0, the empty box, when the font does not have the character.</summary>
    public int GlyphOf(Rune character) => _glyphs.GetValueOrDefault(character.Value);

    public int WidthOf(int glyph) => _widths[Math.Min(glyph, _advances - 1)];

    /// <summary>What a glyph covers, from the baseline and where it begins; nothing for a space.</summary>
    internal (int Left, int Bottom, int Right, int Top) BoxOf(int glyph)
    {
        var (at, length) = TrueTypeFile.PlaceOf(glyph, Table("loca"), LongOffsets);
        var outlines = Table("glyf");
        return length == 0 ? default : (Scale(outlines.S16(at + 2)), Scale(outlines.S16(at + 4)), Scale(outlines.S16(at + 6)), Scale(outlines.S16(at + 8)));
    }

    public bool Has(string text) => text.Normalize(NormalizationForm.FormC).EnumerateRunes().All(character => GlyphOf(character) != 0);

    /// <summary>How far a line of text runs, in the unit of <paramref name="size"/>.</summary>
    public double Measure(string text, double size)
    {
        var width = 0L;
        foreach (var character in text.EnumerateRunes())
        {
            width += WidthOf(GlyphOf(character));
        }

        return width * size / 1000;
    }

    internal ByteSource Table(string tag) => new(TableBytes(tag) ?? throw new InvalidDataException($"The font has no '{tag}' table."));

    internal ReadOnlyMemory<byte>? TableBytes(string tag) => _tables.TryGetValue(tag, out var table) ? table : null;

    private int[] ReadWidths()
    {
        var advances = Table("hmtx");
        return [.. Enumerable.Range(0, _advances).Select(glyph => Scale(advances.U16(4 * glyph)))];
    }

    private int Scale(int units) => (int)Math.Round(units * 1000.0 / _unitsPerEm);

    // Name 6 on platform 3 (Windows) is the PostScript name, in UTF-16.
    private static string ReadName(ByteSource names)
    {
        for (var n = 0; n < names.U16(2); n++)
        {
            var record = 6 + (12 * n);
            if (names.U16(record) == 3 && names.U16(record + 6) == 6)
            {
                return Encoding.BigEndianUnicode.GetString(names.At(names.U16(4) + names.U16(record + 10), names.U16(record + 8)));
            }
        }

        throw new InvalidDataException("The font has no PostScript name.");
    }
}
