using System.Globalization;
using System.Text;
using PublicAdmin.Pdf.Content;
using PublicAdmin.Pdf.Reading;

namespace PublicAdmin.Pdf.Drawing;

/// <summary>One page as a picture.</summary>
internal sealed class PagePicture(ObjectTable objects, PageNode page)
{
    private const int ContentBytes = 8 * 1024 * 1024;

    private readonly StringBuilder _defined = new();
    private readonly StringBuilder _drawn = new();
    private readonly Dictionary<PdfDictionary, PictureFont> _fonts = [];

    /// <exception cref="BrokenPdfException">Something on it is not known here.</exception>
    public string Draw()
    {
        var box = PdfArea.Of(objects.Coordinates(objects.Items(page.Inherited("CropBox") ?? page.Inherited("MediaBox")), 4))
            ?? throw new UndrawnException("a page without a size");
        if (objects.Resolve(page.Inherited("Rotate")).AsInt is not (null or 0) || objects.Items(page.Dictionary["Annots"]).Any(Shows))
        {
            throw new UndrawnException("a turned page, or one with something laid over it");
        }

        var resources = objects.Dictionary(page.Inherited("Resources")) ?? PdfDictionary.Empty;
        new PagePen(objects, resources, Font, _drawn).Run(Content());
        return string.Create(
            CultureInfo.InvariantCulture,
            $"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{box.Right - box.Left}\" height=\"{box.Top - box.Bottom}\" "
                + $"viewBox=\"0 0 {box.Right - box.Left} {box.Top - box.Bottom}\"><defs>{_defined}</defs><rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>"
                + $"<g transform=\"matrix(1 0 0 -1 {-box.Left} {box.Top})\">{_drawn}</g></svg>");
    }

    private byte[] Content()
    {
        var parts = objects.Resolve(page.Dictionary["Contents"]) switch
        {
            PdfStream only => [only],
            PdfArray array => array.Items.Select(objects.Resolve).OfType<PdfStream>(),
            _ => Enumerable.Empty<PdfStream>(),
        };
        return [.. parts.SelectMany(part => (byte[])[.. objects.Unpack(part, ContentBytes).Span, (byte)'\n'])];
    }

    private PictureFont Font(PdfDictionary font) =>
        _fonts.TryGetValue(font, out var known) ? known : _fonts[font] = new PictureFont(objects, font, _fonts.Count, _defined);

    // A field nobody has signed or filled yet shows nothing.
    private bool Shows(PdfValue annotation) => objects.Dictionary(annotation) is { } one
        && objects.Resolve(objects.Dictionary(one["AP"])?["N"]) is not PdfStream { Data.Length: 0 } && objects.Resolve(one["Subtype"]).AsName != "Link";
}
