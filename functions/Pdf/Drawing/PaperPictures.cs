using PublicAdmin.Pdf.Reading;

namespace PublicAdmin.Pdf.Drawing;

/// <summary>
/// The pages of a PDF file as pictures (SVG), drawn from the file's own bytes with its own embedded letters: all that this office prints, and scans it bound.
/// A file with anything else on any page has no pictures and is opened with a viewer.
/// </summary>
internal static class PaperPictures
{
    private const int MostPages = 60;

    /// <returns>Null when one of its pages cannot be drawn whole.</returns>
    public static IReadOnlyList<string>? Of(ReadOnlyMemory<byte> pdf, CancellationToken ct)
    {
        try
        {
            var file = new PdfFile(pdf, ct);
            return file.IsEncrypted || file.Catalog["OCProperties"] is not null || file.Pages.Count > MostPages
                ? null
                : [.. file.Pages.Select(page => new PagePicture(file.Objects, page).Draw())];
        }
        catch (Exception e) when (e is BrokenPdfException or InvalidDataException)
        {
            return null;
        }
    }
}
