namespace PublicAdmin.Pdf.Reading;

/// <summary>
/// The full names of form fields (ISO 32000-1 section 12.7.3.2): each repeats its parent's, so their letters are counted like what is unpacked.
/// </summary>
internal static class FullNames
{
    private const int BytesPerLetter = 2;

    /// <summary>The field's own name behind that of the one above; the latter alone when it has none.</summary>
    /// <exception cref="PdfTooComplexException">A long name over very many fields.</exception>
    public static string Under(this PdfFile file, string above, PdfDictionary field)
    {
        if (file.Resolve(field["T"]) is not PdfToken token)
        {
            return above;
        }

        file.Objects.Reading.TakeUnpacked(BytesPerLetter * (above.Length + token.Length + 1));
        return token.AsText() is not { } own ? above : above.Length == 0 ? own : $"{above}.{own}";
    }
}
