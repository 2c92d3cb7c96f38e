using PublicAdmin.Pdf.Fonts;
using PublicAdmin.Pdf.Pages;
using PublicAdmin.Pdf.Writing;

namespace PublicAdmin.Signing.Pdf;

/// <summary>
/// An agency's seal (con dấu): the registered image in red at real size; without one, a plain red seal with the agency's name, so that a reader
/// sees that the agency signed.
/// </summary>
/// <param name="Agency">As on the seal.</param>
/// <param name="Image">Null when none is registered.</param>
public sealed record SealLook(string Agency, SignaturePicture? Image = null) : SignatureLook
{
    private const double Arc = 300 * Math.PI / 180; // The name leaves a gap at the foot.

    internal override void Draw(PdfPage canvas, PdfFonts fonts, PdfObjects objects)
    {
        if (Image is { } image)
        {
            DrawImage(canvas, objects, image);
            return;
        }

        var radius = Math.Min(canvas.Width, canvas.Height) / 2;
        canvas.Color(0.85, 0.05, 0.1);
        canvas.Circle(canvas.Width / 2, canvas.Height / 2, radius - 1.2, 1.8);
        canvas.Circle(canvas.Width / 2, canvas.Height / 2, radius * 0.66, 0.7);
        canvas.Polygon([.. Star(canvas, radius * 0.42)]);
        DrawName(canvas, fonts, radius);
    }

    // Each letter stands upright on the circle, as engraved.
    private void DrawName(PdfPage canvas, PdfFonts fonts, double radius)
    {
        var face = OfficeFonts.Of(Face.Bold);
        var name = Agency.ToUpperInvariant();
        var baseline = radius * 0.73;
        var size = Math.Min(radius * 0.2, radius * 0.2 * Arc * baseline / face.Measure(name, radius * 0.2));
        var angle = (Math.PI / 2) + (face.Measure(name, size) / baseline / 2);
        foreach (var letter in name.EnumerateRunes().Select(letter => letter.ToString()))
        {
            var half = face.Measure(letter, size) / baseline / 2;
            angle -= half;
            var (x, y) = (canvas.Width / 2 + (baseline * Math.Cos(angle)), canvas.Height / 2 - (baseline * Math.Sin(angle)));
            canvas.TurnedText(fonts.Of(face), size, x, y, angle - (Math.PI / 2), letter);
            angle -= half;
        }
    }

    private static IEnumerable<(double X, double Y)> Star(PdfPage canvas, double radius)
    {
        for (var n = 0; n < 10; n++)
        {
            var (angle, reach) = (Math.PI / 2 + (n * Math.PI / 5), n % 2 == 0 ? radius : radius * 0.382);
            yield return (canvas.Width / 2 + (reach * Math.Cos(angle)), canvas.Height / 2 - (reach * Math.Sin(angle)));
        }
    }
}
