using System.Globalization;
using PublicAdmin.Pdf.Fonts;
using PublicAdmin.Pdf.Writing;

namespace PublicAdmin.Pdf.Pages;

/// <summary>The faces a document or an appearance uses, each embedded once.</summary>
internal sealed class PdfFonts
{
    private readonly Dictionary<TrueTypeFont, PdfFont> _fonts = [];

    public PdfFont Of(TrueTypeFont face)
    {
        if (!_fonts.TryGetValue(face, out var font))
        {
            _fonts[face] = font = new PdfFont(string.Create(CultureInfo.InvariantCulture, $"F{_fonts.Count + 1}"), face);
        }

        return font;
    }

    /// <summary>Writes the faces that were used, and answers their object numbers.</summary>
    public Dictionary<PdfFont, int> Embed(PdfObjects objects) =>
        _fonts.Values.Where(font => font.IsUsed).ToDictionary(font => font, font => font.Embed(objects));
}
