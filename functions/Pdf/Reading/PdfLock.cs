namespace PublicAdmin.Pdf.Reading;

/// <summary>Encryption (ISO 32000-1 section 7.6), if only with an empty password.</summary>
internal static class PdfLock
{
    private const int WithCryptFilters = 4;

    /// <summary>
    /// Pages and texts cannot be read; a file that locks only its attachments can (section 7.6.5: StmF and StrF are Identity where they are not said).
    /// </summary>
    public static bool ClosesPages(ObjectTable objects, PdfDictionary trailer) => objects.Dictionary(trailer["Encrypt"]) is { } encryption
        ? (objects.Resolve(encryption["V"]).AsInt ?? 0) < WithCryptFilters || !IsOpen(objects, encryption["StmF"]) || !IsOpen(objects, encryption["StrF"])
        : trailer["Encrypt"] is not null && objects.Resolve(trailer["Encrypt"]) != PdfValue.Null;

    private static bool IsOpen(ObjectTable objects, PdfValue? filter) => filter is null || objects.Resolve(filter).AsName == "Identity";
}
