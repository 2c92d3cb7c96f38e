using PublicAdmin.Pdf.Content;
using PublicAdmin.Pdf.Reading;

namespace PublicAdmin.Scans.Judging;

/// <summary>How closely scanned the pages of a PDF are.</summary>
internal static class PdfPictures
{
    private const double A4 = 595 * 842;

    /// <summary>Resolution of a page that is a scan, that is, at least half picture; null for any other page.</summary>
    public static int? Dpi(ObjectTable objects, PageNode page)
    {
        var area = objects.Coordinates(objects.Items(page.Inherited("MediaBox")), 4) is { } box ? Math.Abs(box[2] - box[0]) * Math.Abs(box[3] - box[1]) : A4;
        var unit = objects.Resolve(page.Dictionary["UserUnit"]).AsNumber ?? 1;
        // Strips of one scan count together; stamps and logos do not count.
        var large = PageMarks.Of(objects, page).Where(mark => mark.Matrix.Area >= area / 20 && mark.Pixels is { Width: > 0, Height: > 0 }).ToList();
        return area > 0 && large.Sum(mark => mark.Matrix.Area) >= area / 2
            ? (int)Math.Round(large.Min(mark => 72 * Math.Min(mark.Pixels.Width / mark.Matrix.Width, mark.Pixels.Height / mark.Matrix.Height)) / unit)
            : null;
    }
}
