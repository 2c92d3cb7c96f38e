using System.Text;
using PublicAdmin.Pdf.Content;

namespace PublicAdmin.Pdf.Drawing;

/// <summary>The outlines of a face as a document embeds it: paths of SVG in the units of the face (OpenType 1.9, 'glyf' and 'loca').</summary>
internal sealed class GlyphOutlines
{
    private const int Parts = 6; // A letter of letters of letters; deeper ones mean harm.

    private readonly ByteSource _outlines;
    private readonly ByteSource _places;
    private readonly bool _longPlaces;

    /// <param name="file">The embedded font file.</param>
    public GlyphOutlines(ReadOnlyMemory<byte> file)
    {
        var source = new ByteSource(file);
        var tables = Enumerable.Range(0, source.U16(4)).Select(n => 12 + (16 * n)).ToDictionary(
            entry => Encoding.ASCII.GetString(source.At(entry, 4)), entry => new ByteSource(source.Slice(source.Place(entry + 8), source.Place(entry + 12))));
        if (!tables.TryGetValue("glyf", out _outlines) || !tables.TryGetValue("loca", out _places) || !tables.TryGetValue("head", out var head))
        {
            throw new UndrawnException("a face without outlines");
        }

        (Units, _longPlaces) = (Math.Max(head.U16(18), 1), head.U16(50) == 1);
    }

    /// <summary>Per em.</summary>
    public int Units { get; }

    /// <summary>Empty for what draws nothing, such as a space.</summary>
    public string PathOf(int glyph)
    {
        var path = new StringBuilder();
        Draw(glyph, PdfMatrix.Identity, path, Parts);
        return path.ToString();
    }

    private void Draw(int glyph, PdfMatrix placed, StringBuilder path, int parts)
    {
        var (from, to) = _longPlaces
            ? (_places.Place(4 * glyph), _places.Place((4 * glyph) + 4))
            : (2 * _places.U16(2 * glyph), 2 * _places.U16((2 * glyph) + 2));
        if (from == to)
        {
            return;
        }

        var outline = new ByteSource(_outlines.Slice(from, to - from));
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
