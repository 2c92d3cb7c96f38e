using System.Text;
using PublicAdmin.Pdf.Content;
using PublicAdmin.Pdf.Fonts;

namespace PublicAdmin.Pdf.Drawing;

/// <summary>The outlines of a face as a document embeds it: paths of SVG in the units of the face (OpenType 1.9, 'glyf' and 'loca').</summary>
internal sealed class GlyphOutlines
{
    private const int Parts = 6; // A letter of letters of letters; deeper ones mean harm.
    private const int MostParts = 1_000; // Of one letter; a thousand letters of a thousand letters each would never be drawn to the end.
    private const int Longest = 200_000; // Characters of one letter's path.

    private readonly ByteSource _outlines;
    private readonly ByteSource _places;
    private readonly bool _longPlaces;
    private int _parts;

    /// <param name="file">The embedded font file.</param>
    public GlyphOutlines(ReadOnlyMemory<byte> file)
    {
        var tables = TrueTypeFile.Tables(new ByteSource(file));
        ByteSource Table(string tag) => new(tables.TryGetValue(tag, out var table) ? table : throw new UndrawnException("a face without outlines"));
        (_outlines, _places, var head) = (Table("glyf"), Table("loca"), Table("head"));
        (Units, _longPlaces) = (Math.Max(head.U16(18), 1), head.U16(50) == 1);
    }

    /// <summary>Per em.</summary>
    public int Units { get; }

    /// <summary>Empty for what draws nothing, such as a space.</summary>
    public string PathOf(int glyph)
    {
        var path = new StringBuilder();
        _parts = 0;
        Draw(glyph, PdfMatrix.Identity, path, Parts);
        return path.ToString();
    }

    private void Draw(int glyph, PdfMatrix placed, StringBuilder path, int parts)
    {
        if (_parts++ > MostParts || path.Length > Longest)
        {
            throw new UndrawnException("a letter made of too many");
        }

        var (from, length) = TrueTypeFile.PlaceOf(glyph, _places, _longPlaces);
        if (length == 0)
        {
            return;
        }

        var outline = new ByteSource(_outlines.Slice(from, length));
        if (outline.S16(0) >= 0)
        {
            GlyphContours.Draw(outline, placed, path);
        }
        else if (parts > 0)
        {
            DrawParts(outline, placed, path, parts - 1);
        }
    }

    private void DrawParts(ByteSource outline, PdfMatrix placed, StringBuilder path, int parts)
    {
        for (int at = 10, flags = 0x20; (flags & 0x20) != 0;)
        {
            (flags, var glyph) = (outline.U16(at), outline.U16(at + 2));
            var isWide = (flags & 0x01) != 0;
            if ((flags & 0x02) == 0)
            {
                throw new UndrawnException("a letter placed by points");
            }

            var (x, y) = isWide ? (outline.S16(at + 4), outline.S16(at + 6)) : ((short)(sbyte)outline.U8(at + 4), (short)(sbyte)outline.U8(at + 5));
            at += isWide ? 8 : 6;
            var turned = Turned(outline, flags, ref at);
            Draw(glyph, (turned with { E = x, F = y }).Within(placed), path, parts);
        }
    }

    private static PdfMatrix Turned(ByteSource outline, int flags, ref int at)
    {
        var first = at;
        double Scale(int n) => outline.S16(first + (2 * n)) / 16384.0;
        switch (flags & 0xC8)
        {
            case 0x08:
                at += 2;
                return new(Scale(0), 0, 0, Scale(0), 0, 0);
            case 0x40:
                at += 4;
                return new(Scale(0), 0, 0, Scale(1), 0, 0);
            case 0x80:
                at += 8;
                return new(Scale(0), Scale(1), Scale(2), Scale(3), 0, 0);
            default:
                return PdfMatrix.Identity;
        }
    }
}
