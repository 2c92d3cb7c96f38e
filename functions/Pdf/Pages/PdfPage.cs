using System.Globalization;
using System.Text;
using PublicAdmin.Pdf.Content;
using PublicAdmin.Pdf.Fonts;
using PublicAdmin.Pdf.Writing;

namespace PublicAdmin.Pdf.Pages;

/// <summary>
/// One page being drawn. Points (1/72 inch) from its top left corner, as a person measures paper; PDF's own origin is at the bottom.
/// Everything drawn is either content, marked for the structure tree, or an artifact such as a line or a page number.
/// </summary>
internal sealed class PdfPage(double width, double height)
{
    private readonly StringBuilder _content = new();
    private readonly SortedDictionary<string, PdfFont> _fonts = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, int> _images = new(StringComparer.Ordinal);
    private readonly List<int> _annotations = [];
    private bool _inArtifact;

    public double Width { get; } = width;

    public double Height { get; } = height;

    /// <summary>How many pieces of content are marked.</summary>
    public int Marks { get; private set; }

    public void Content(StructureElement element, Action<PdfPage> draw)
    {
        if (_inArtifact)
        {
            draw(this);
            return;
        }

        element.Mark(this, Marks);
        _content.Append(CultureInfo.InvariantCulture, $"/{element.Type}<</MCID {Marks++}>>BDC\n");
        draw(this);
        _content.Append("EMC\n");
    }

    /// <summary>Decoration. What would be content is decoration too inside of it, such as a table's head said again on the next page.</summary>
    public void Artifact(Action<PdfPage> draw)
    {
        if (_inArtifact)
        {
            draw(this);
            return;
        }

        _inArtifact = true;
        _content.Append("/Artifact BMC\n");
        draw(this);
        _content.Append("EMC\n");
        _inArtifact = false;
    }

    /// <param name="baseline">From the top of the page.</param>
    /// <param name="wordSpacing">Added to each space, for justified lines.</param>
    public void Text(PdfFont font, double size, double x, double baseline, string text, double wordSpacing = 0)
    {
        _fonts[font.Resource] = font;
        _content.Append(CultureInfo.InvariantCulture, $"BT/{font.Resource} {PdfSyntax.Number(size)} Tf {PdfSyntax.Numbers(x, Height - baseline)} Td ");
        _content.Append(font.Show(text, size, wordSpacing)).Append(" ET\n");
    }

    /// <summary>Text along a direction.</summary>
    /// <param name="x">The middle of the text.</param>
    /// <param name="baseline">From the top of the page.</param>
    /// <param name="angle">Radians, against the clock.</param>
    public void TurnedText(PdfFont font, double size, double x, double baseline, double angle, string text)
    {
        _fonts[font.Resource] = font;
        var (cos, sin, half) = (Math.Cos(angle), Math.Sin(angle), font.Face.Measure(text, size) / 2);
        var place = PdfSyntax.Numbers(cos, sin, -sin, cos, x - (half * cos), Height - baseline - (half * sin));
        Draw($"BT/{font.Resource} {PdfSyntax.Number(size)} Tf {place} Tm {font.Show(text, size)} ET\n");
    }

    /// <summary>For lines and areas drawn from here on; each part 0 to 1.</summary>
    public void Color(double red, double green, double blue) => Draw($"{PdfSyntax.Numbers(red, green, blue)} RG {PdfSyntax.Numbers(red, green, blue)} rg\n");

    /// <summary>A ring.</summary>
    public void Circle(double x, double y, double radius, double thickness) => Draw(PdfShapes.Ring(x, Height - y, radius, thickness));

    public void Polygon(IReadOnlyList<(double X, double Y)> corners) => Draw(PdfShapes.Polygon(corners.Select(corner => (corner.X, Height - corner.Y))));

    public void Line(double x1, double y1, double x2, double y2, double thickness) => Draw(
        $"{PdfSyntax.Number(thickness)} w {PdfSyntax.Numbers(x1, Height - y1)} m {PdfSyntax.Numbers(x2, Height - y2)} l S\n");

    public void Frame(double x, double y, double width, double height, double thickness) =>
        Draw($"{PdfSyntax.Number(thickness)} w {PdfSyntax.Numbers(x, Height - y - height, width, height)} re S\n");

    /// <summary>Filled rows of squares: the dark ones of a QR code.</summary>
    /// <param name="unit">Edge of a square in points; places and widths count in it.</param>
    public void Fill(double x, double y, double unit, IEnumerable<(int X, int Y, int Width)> rows)
    {
        Draw($"q {PdfSyntax.Numbers(unit, 0, 0, -unit, x, Height - y)} cm\n");
        foreach (var row in rows)
        {
            _content.Append(CultureInfo.InvariantCulture, $"{row.X} {row.Y} {row.Width} 1 re\n");
        }

        Draw("f Q\n");
    }

    /// <param name="image">Object number of an image.</param>
    public void Image(int image, double x, double y, double width, double height) =>
        Image(image, new PdfMatrix(width, 0, 0, height, x, Height - y - height));

    /// <param name="image">Object number of the picture.</param>
    /// <param name="placed">Where its unit square lies, from the lower left corner of the page.</param>
    public void Image(int image, PdfMatrix placed)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"I{image}");
        _images[name] = image;
        Draw($"q {PdfSyntax.Numbers(placed.A, placed.B, placed.C, placed.D, placed.E, placed.F)} cm/{name} Do Q\n");
    }

    /// <param name="annotation">Object number of an annotation on this page.</param>
    public void Annotate(int annotation) => _annotations.Add(annotation);

    /// <summary>Writes what was drawn as an appearance (ISO 32000-1 section 8.10) and answers its object number.</summary>
    /// <param name="turn">Degrees, a multiple of 90.</param>
    public int WriteForm(PdfObjects objects, int turn, Func<PdfFont, int> numberOf)
    {
        var matrix = turn switch { 90 => "/Matrix[0 1 -1 0 0 0]", 180 => "/Matrix[-1 0 0 -1 0 0]", 270 => "/Matrix[0 -1 1 0 0 0]", _ => "" };
        return objects.AddPacked(
            $"/Type/XObject/Subtype/Form/BBox[0 0 {PdfSyntax.Numbers(Width, Height)}]{matrix}{Resources(numberOf)}",
            Encoding.ASCII.GetBytes(_content.ToString()));
    }

    public string Write(PdfObjects objects, int parent, int place, Func<PdfFont, int> numberOf)
    {
        var content = objects.AddPacked("", Encoding.ASCII.GetBytes(_content.ToString()));
        return string.Create(
            CultureInfo.InvariantCulture,
            $"<</Type/Page/Parent {parent} 0 R/MediaBox[0 0 {PdfSyntax.Numbers(Width, Height)}]{Resources(numberOf)}"
            + $"/Contents {content} 0 R/StructParents {place}/Tabs/S{(_annotations.Count > 0 ? "/Annots" + PdfSyntax.References(_annotations) : "")}>>");
    }

    private void Draw(string operators) => _content.Append(operators);

    private string Resources(Func<PdfFont, int> numberOf)
    {
        var fonts = string.Concat(_fonts.Select(font => $"/{font.Key} {PdfSyntax.Reference(numberOf(font.Value))}"));
        var images = string.Concat(_images.Select(image => $"/{image.Key} {PdfSyntax.Reference(image.Value)}"));
        return $"/Resources<</Font<<{fonts}>>/XObject<<{images}>>>>";
    }
}
