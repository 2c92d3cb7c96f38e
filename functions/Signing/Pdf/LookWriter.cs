using PublicAdmin.Pdf.Pages;
using PublicAdmin.Pdf.Writing;

namespace PublicAdmin.Signing.Pdf;

/// <summary>Writes what a field looks like as a form XObject (ISO 32000-1 section 12.5.5).</summary>
internal static class LookWriter
{
    public static int Write(PdfObjects objects, SignatureLook look, double width, double height, int turn)
    {
        var (canvas, fonts) = (new PdfPage(width, height), new PdfFonts());
        look.Draw(canvas, fonts, objects);
        var embedded = fonts.Embed(objects);
        return canvas.WriteForm(objects, turn, font => embedded[font]);
    }
}
