using System.Globalization;
using System.Text;
using PublicAdmin.Pdf.Content;
using PublicAdmin.Pdf.Reading;

namespace PublicAdmin.Pdf.Drawing;

/// <summary>A face as a page's picture uses it: each letter's outline stands in the picture once and is shown wherever the page shows it.</summary>
internal sealed class PictureFont
{
    private readonly string _prefix;
    private readonly FontCodes _codes;
    private readonly GlyphOutlines _outlines;
    private readonly StringBuilder _defined;
    private readonly HashSet<int> _shown = [];

    /// <param name="name">Within the picture.</param>
    /// <param name="defined">Where outlines are written when they are first shown.</param>
    public PictureFont(ObjectTable objects, PdfDictionary font, int name, StringBuilder defined)
    {
        var descendant = objects.Dictionary(objects.Items(font["DescendantFonts"]) is [var only] ? only : null);
        var isKnown = objects.Resolve(font["Subtype"]).AsName == "Type0" && objects.Resolve(font["Encoding"]).AsName == "Identity-H"
            && objects.Resolve(descendant?["CIDToGIDMap"]) is PdfToken { Name: "Identity" };
        if (!isKnown || objects.Resolve(objects.Dictionary(descendant?["FontDescriptor"])?["FontFile2"]) is not PdfStream file)
        {
            throw new UndrawnException("a font that is not embedded as the office embeds its own");
        }

        (_prefix, _defined, _codes) = (string.Create(CultureInfo.InvariantCulture, $"f{name}g"), defined, FontCodes.Of(objects, font));
        _outlines = new GlyphOutlines(objects.Unpack(file));
    }

    public int Units => _outlines.Units;

    /// <summary>Adds letters to a line of them.</summary>
    /// <param name="x">Where the line has come to, in units of the face.</param>
    /// <returns>Where it goes on.</returns>
    public double Show(byte[] codes, double x, StringBuilder line)
    {
        for (var n = 0; n + 1 < codes.Length; n += 2)
        {
            var glyph = (codes[n] << 8) | codes[n + 1];
            if (Define(glyph))
            {
                line.Append(CultureInfo.InvariantCulture, $"<use href=\"#{_prefix}{glyph}\" x=\"{Math.Round(x)}\"/>");
            }

            x += _codes.Read(codes[n..(n + 2)]).Width * Units;
        }

        return x;
    }

    // False for what draws nothing.
    private bool Define(int glyph)
    {
        if (_shown.Contains(glyph))
        {
            return true;
        }

        if (_outlines.PathOf(glyph) is not { Length: > 0 } path)
        {
            return false;
        }

        _shown.Add(glyph);
        _defined.Append(CultureInfo.InvariantCulture, $"<path id=\"{_prefix}{glyph}\" d=\"{path}\"/>");
        return true;
    }
}
