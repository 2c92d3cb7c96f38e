using PublicAdmin.Pdf.Fonts;
using PublicAdmin.Pdf.Pages;
using PublicAdmin.Pdf.Writing;
using PublicAdmin.Platform;

namespace PublicAdmin.Signing.Pdf;

/// <summary>What a signature looks like on paper (Decree 30/2020 Annex I).</summary>
public abstract record SignatureLook
{
    /// <summary>Draws itself on a canvas of the field's size.</summary>
    internal abstract void Draw(PdfPage canvas, PdfFonts fonts, PdfObjects objects);

    /// <summary>The picture as large as it fits, in the middle.</summary>
    private protected static void DrawImage(PdfPage canvas, PdfObjects objects, SignaturePicture image)
    {
        var picture = image.Page;
        var scale = Math.Min(canvas.Width / picture.Width, canvas.Height / picture.Height);
        var (width, height) = (picture.Width * scale, picture.Height * scale);
        canvas.Image(picture.Bands.Value[0].Write(objects), (canvas.Width - width) / 2, (canvas.Height - height) / 2, width, height);
    }

    /// <summary>dd/mm/yyyy hh:mm:ss +07:00, as the Annex writes times.</summary>
    private protected static string Written(DateTimeOffset at) =>
        at.Here().ToString("dd/MM/yyyy HH:mm:ss zzz", System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>A person's signature (chữ ký của người có thẩm quyền): the registered image, blue on transparent; without one, the name in blue.</summary>
/// <param name="Image">Null when none is registered.</param>
public sealed record PersonLook(string Name, SignaturePicture? Image = null) : SignatureLook
{
    private const double Size = 18;

    internal override void Draw(PdfPage canvas, PdfFonts fonts, PdfObjects objects)
    {
        if (Image is { } image)
        {
            DrawImage(canvas, objects, image);
            return;
        }

        var face = OfficeFonts.Of(Face.BoldItalic);
        var size = Math.Min(Size, Size * canvas.Width / face.Measure(Name, Size));
        canvas.Color(0.05, 0.15, 0.65);
        canvas.Text(fonts.Of(face), size, (canvas.Width - face.Measure(Name, size)) / 2, (canvas.Height / 2) + (size / 3), Name);
    }
}

/// <summary>The signature on a scan or attachment: agency, person and time in small upright type, no image.</summary>
/// <param name="Lines">Above the time.</param>
public sealed record ScanLook(DateTimeOffset At, params IReadOnlyList<string> Lines) : SignatureLook
{
    private const double Size = 8; // Five lines stay within the upper margin of a paper, 20 mm.

    internal override void Draw(PdfPage canvas, PdfFonts fonts, PdfObjects objects)
    {
        var face = OfficeFonts.Of(Face.Regular);
        var lines = Lines.Append($"Thời gian ký: {Written(At)}").ToList();
        var step = Math.Min(Size * 1.2, canvas.Height / lines.Count);
        for (var n = 0; n < lines.Count; n++)
        {
            var size = Math.Min(Math.Min(Size, step / 1.2), Size * canvas.Width / face.Measure(lines[n], Size));
            canvas.Text(fonts.Of(face), size, canvas.Width - face.Measure(lines[n], size), step * (n + 0.85), lines[n]);
        }
    }
}
