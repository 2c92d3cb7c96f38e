namespace PublicAdmin.Pdf.Reading;

/// <summary>Reads the data a file carries about itself: what <see cref="Pages.PdfAttachment"/> bound into it.</summary>
internal static class AssociatedFiles
{
    /// <summary>The first associated file that is data; null when there is none.</summary>
    /// <exception cref="BrokenPdfException">The file cannot be followed.</exception>
    public static ReadOnlyMemory<byte>? Data(PdfFile file) => file.Items(file.Catalog["AF"]).Select(file.Dictionary)
        .Where(described => described?["AFRelationship"]?.AsName is "Data")
        .Select(described => file.Resolve(file.Dictionary(described!["EF"])?["F"]) as PdfStream)
        .FirstOrDefault(stream => stream is not null) is { } data ? file.Unpack(data) : null;
}
