using PublicAdmin.Forms.Layout;
using PublicAdmin.Pdf.Pages;

namespace PublicAdmin.Tests.Support;

/// <summary>A scan as a desk makes it: one page of Vietnamese text as PDF.</summary>
internal static class VietnameseScan
{
    public static byte[] Of(params string[] lines) =>
        new PrintedPaper(new PdfMetadata(lines[0], "Bộ phận một cửa", ADossier.Morning), [.. lines.Select(line => new Paragraph(line))]).Print();
}
