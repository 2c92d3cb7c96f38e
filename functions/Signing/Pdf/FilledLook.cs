using PublicAdmin.Pdf.Fonts;
using PublicAdmin.Pdf.Pages;
using PublicAdmin.Pdf.Writing;

namespace PublicAdmin.Signing.Pdf;

/// <summary>The text of a filled field, set and centred as the rest of the paper's head.</summary>
internal sealed record FilledLook(string Text, Face Face) : SignatureLook
{
    private const double Size = 13;

    internal override void Draw(PdfPage canvas, PdfFonts fonts, PdfObjects objects)
    {
        var face = OfficeFonts.Of(Face);
        var size = Math.Min(Size, Size * canvas.Width / Math.Max(1, face.Measure(Text, Size)));
        canvas.Text(fonts.Of(face), size, (canvas.Width - face.Measure(Text, size)) / 2, canvas.Height * 0.75, Text);
    }
}
