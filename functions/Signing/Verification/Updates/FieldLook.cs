using System.Text;
using PublicAdmin.Pdf;
using PublicAdmin.Pdf.Content;
using PublicAdmin.Pdf.Reading;

namespace PublicAdmin.Signing.Verification.Updates;

/// <summary>Whether the picture of a field says what the field says: a signature vouches for both, people read only one.</summary>
internal static class FieldLook
{
    /// <returns>Null when it cannot be told.</returns>
    public static bool? Says(PdfFile file, PdfDictionary widget, string? value)
    {
        if (widget["AP"] is null)
        {
            return true; // Viewers draw the value themselves.
        }

        try
        {
            return file.Resolve(file.Dictionary(widget["AP"])?["N"]) is PdfStream look
                ? Says(PageMarks.Of(file.Objects, look, file.Dictionary(file.Form?["DR"]) ?? PdfDictionary.Empty), value ?? "")
                : null;
        }
        catch (BrokenPdfException e) when (e is not PdfTooComplexException)
        {
            return null;
        }
    }

    private static bool? Says(IReadOnlyList<PageMark> marks, string value)
    {
        if (marks.Any(mark => mark.Kind is not MarkKind.Text || mark.Text is null))
        {
            return null;
        }

        // Where a line breaks and how wide a gap is are the picture's own affair.
        return Letters(string.Concat(marks.Select(mark => mark.Text))) == Letters(value);
    }

    private static string Letters(string text) =>
        string.Concat(text.Where(letter => !char.IsWhiteSpace(letter) && letter is not '\u00AD' and not '\uFFFE' and not '\uFFFF'))
            .Normalize(NormalizationForm.FormC);
}
