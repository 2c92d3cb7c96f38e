using PublicAdmin.Pdf;
using PublicAdmin.Pdf.Reading;

namespace PublicAdmin.Signing.Pdf;

/// <summary>A rectangle of a page, its corners in order whichever way round they were written (ISO 32000-1 section 7.9.5).</summary>
internal sealed record PageBox(double Left, double Bottom, double Right, double Top)
{
    public static PageBox Read(IReadOnlyList<PdfValue> corners)
    {
        if (corners.Count != 4)
        {
            throw new BrokenPdfException("A rectangle does not have four corners.");
        }

        var (x1, y1, x2, y2) = (Number(corners[0]), Number(corners[1]), Number(corners[2]), Number(corners[3]));
        return new(Math.Min(x1, x2), Math.Min(y1, y2), Math.Max(x1, x2), Math.Max(y1, y2));
    }

    private static double Number(PdfValue value) =>
        value.AsNumber ?? throw new BrokenPdfException("A rectangle has a corner that is no number.");
}
