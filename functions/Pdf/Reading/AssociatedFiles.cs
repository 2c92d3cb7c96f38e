namespace PublicAdmin.Pdf.Reading;

/// <summary>Reads the data a file carries about itself: its associated file (ISO 19005-3 section 6.8).</summary>
internal static class AssociatedFiles
{
    /// <summary>The first associated file that is data; null when there is none.</summary>
    /// <exception cref="BrokenPdfException">The file cannot be followed.</exception>
    public static ReadOnlyMemory<byte>? Data(PdfFile file) => file.Items(file.Catalog["AF"]).Select(file.Dictionary)
        .Where(described => described?["AFRelationship"]?.AsName is "Data")
        .Select(described => file.Resolve(file.Dictionary(described!["EF"])?["F"]) as PdfStream)
        .FirstOrDefault(stream => stream is not null) is { } data ? (ReadOnlyMemory<byte>?)file.Unpack(data) : null;
}
