namespace PublicAdmin.Pdf.Pages;

/// <summary>
/// Tệp dữ liệu đính kèm: what the pages say, as data, bound into the file as its associated file (ISO 19005-3 section 6.8). A signature over the file is a
/// signature over it.
/// </summary>
/// <param name="Name">ASCII, such as <c>ket-qua.json</c>.</param>
/// <param name="About">For whoever finds it in a viewer.</param>
/// <param name="Json">UTF-8.</param>
public sealed record PdfAttachment(string Name, string About, ReadOnlyMemory<byte> Json);
