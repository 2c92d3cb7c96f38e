using System.Globalization;
using System.Security;
using PublicAdmin.Pdf.Writing;

namespace PublicAdmin.Pdf.Pages;

/// <summary>What a file says about itself, twice and alike as PDF/A asks: in the Info dictionary and as XMP (ISO 16684-1).</summary>
/// <param name="Title">Shown by viewers instead of the file name.</param>
/// <param name="Author">The agency that made it.</param>
/// <param name="CreatedAt">With the offset to be shown.</param>
public sealed record PdfMetadata(string Title, string Author, DateTimeOffset CreatedAt)
{
    private const string Maker = "Hệ thống giải quyết thủ tục hành chính tỉnh Điện Biên";

    internal string Info() =>
        $"<</Title{PdfSyntax.TextString(Title)}/Author{PdfSyntax.TextString(Author)}/Creator{PdfSyntax.TextString(Maker)}"
        + $"/Producer{PdfSyntax.TextString(Maker)}/CreationDate{PdfSyntax.Date(CreatedAt)}/ModDate{PdfSyntax.Date(CreatedAt)}>>";

    /// <param name="part">Of ISO 19005 the file keeps to: 2, or 3 when it carries a file.</param>
    internal string Xmp(int part)
    {
        var instant = CreatedAt.ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture);
        return $"""
            <?xpacket begin="{'\uFEFF'}" id="W5M0MpCehiHzreSzNTczkc9d"?>
            <x:xmpmeta xmlns:x="adobe:ns:meta/">
             <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
              <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
                xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
               <pdfaid:part>{part}</pdfaid:part>
               <pdfaid:conformance>B</pdfaid:conformance>
               <dc:format>application/pdf</dc:format>
               <dc:title><rdf:Alt><rdf:li xml:lang="x-default">{SecurityElement.Escape(Title)}</rdf:li></rdf:Alt></dc:title>
               <dc:creator><rdf:Seq><rdf:li>{SecurityElement.Escape(Author)}</rdf:li></rdf:Seq></dc:creator>
               <xmp:CreatorTool>{Maker}</xmp:CreatorTool>
               <xmp:CreateDate>{instant}</xmp:CreateDate>
               <xmp:ModifyDate>{instant}</xmp:ModifyDate>
               <pdf:Producer>{Maker}</pdf:Producer>
              </rdf:Description>
             </rdf:RDF>
            </x:xmpmeta>
            <?xpacket end="r"?>
            """;
    }
}
