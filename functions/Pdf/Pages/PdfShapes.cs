using PublicAdmin.Pdf.Writing;

namespace PublicAdmin.Pdf.Pages;

/// <summary>Operators that draw what is more than a line (ISO 32000-1 section 8.5), in PDF's own coordinates.</summary>
internal static class PdfShapes
{
    private const double Bow = 0.5522848; // Four Bézier curves, within a thousandth of the circle.

    public static string Ring(double x, double y, double radius, double thickness)
    {
        var bow = radius * Bow;
        string[] quarters =
        [
            PdfSyntax.Numbers(x + radius, y + bow, x + bow, y + radius, x, y + radius),
            PdfSyntax.Numbers(x - bow, y + radius, x - radius, y + bow, x - radius, y),
            PdfSyntax.Numbers(x - radius, y - bow, x - bow, y - radius, x, y - radius),
            PdfSyntax.Numbers(x + bow, y - radius, x + radius, y - bow, x + radius, y),
        ];
        return $"{PdfSyntax.Number(thickness)} w {PdfSyntax.Numbers(x + radius, y)} m {string.Concat(quarters.Select(quarter => $"{quarter} c "))}s\n";
    }

    /// <summary>Filled.</summary>
    public static string Polygon(IEnumerable<(double X, double Y)> corners) =>
        string.Concat(corners.Select((corner, n) => $"{PdfSyntax.Numbers(corner.X, corner.Y)} {(n == 0 ? "m" : "l")} ")) + "f\n";
}
