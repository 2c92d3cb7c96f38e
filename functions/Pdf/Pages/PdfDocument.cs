using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using PublicAdmin.Pdf.Writing;

namespace PublicAdmin.Pdf.Pages;

/// <summary>
/// A PDF 1.7 file made from nothing: pages, embedded fonts, tags, metadata and output intent laid out as PDF/A-2b asks (ISO 19005-2), with data about
/// itself as PDF/A-3b does (ISO 19005-3). The same content gives the same bytes: no clock, no random number.
/// </summary>
internal sealed class PdfDocument(PdfMetadata metadata, PdfAttachment? data = null)
{
    private readonly List<PdfPage> _pages = [];
    private readonly List<(int Number, PdfPage Page, string Kind, string Name, string Box)> _fields = [];

    public PdfObjects Objects { get; } = new();

    public PdfFonts Fonts { get; } = new();

    public StructureElement Structure { get; } = new("Document");

    public IReadOnlyList<PdfPage> Pages => _pages;

    public PdfPage AddPage(double width, double height)
    {
        var page = new PdfPage(width, height);
        _pages.Add(page);
        return page;
    }

    /// <summary>An empty signature field: where a signature shall be shown once it is made.</summary>
    public void AddSignatureField(PdfPage page, string name, double x, double y, double width, double height) =>
        AddField(page, "/FT/Sig", name, x, y, width, height);

    /// <summary>An empty text field that nobody types into: it is filled when the paper gets its number.</summary>
    public void AddTextField(PdfPage page, string name, double x, double y, double width, double height) =>
        AddField(page, "/FT/Tx/Ff 1/DA(0 g)", name, x, y, width, height);

    public byte[] Save()
    {
        var fonts = Fonts.Embed(Objects);
        var tree = Objects.Reserve();
        var pages = _pages.Select((page, place) => (Page: page, Number: Objects.Add(page.Write(Objects, tree, place, font => fonts[font])))).ToList();
        Objects.Set(tree,
            string.Create(CultureInfo.InvariantCulture, $"<</Type/Pages/Count {pages.Count}/Kids{PdfSyntax.References(pages.Select(page => page.Number))}>>"));
        WriteFields(pages.ToDictionary(page => page.Page, page => page.Number));
        return Write(Objects.Add(Catalog(tree, StructureTree.Write(Objects, Structure, pages))), Objects.Add(metadata.Info()));
    }

    private void AddField(PdfPage page, string kind, string name, double x, double y, double width, double height)
    {
        var field = Objects.Reserve();
        page.Annotate(field);
        _fields.Add((field, page, kind, name, PdfSyntax.Numbers(x, page.Height - y - height, x + width, page.Height - y)));
    }

    // PDF/A wants an appearance even where there is nothing to see yet.
    private void WriteFields(Dictionary<PdfPage, int> pages)
    {
        foreach (var field in _fields)
        {
            var nothing = Objects.AddStream("/Type/XObject/Subtype/Form/BBox[0 0 1 1]/Resources<<>>", []);
            Objects.Set(field.Number, string.Create(
                CultureInfo.InvariantCulture,
                $"<</Type/Annot/Subtype/Widget{field.Kind}/T({field.Name})/F 132/Rect[{field.Box}]/P {pages[field.Page]} 0 R/AP<</N {nothing} 0 R>>>>"));
        }
    }

    private string Catalog(int pages, int structure)
    {
        var profile = Objects.AddStream("/N 3/Filter/FlateDecode", SrgbProfile.Packed);
        // Archives read XMP without unpacking, so it is not compressed.
        var xmp = Objects.AddStream("/Type/Metadata/Subtype/XML", Encoding.UTF8.GetBytes(metadata.Xmp(data is null ? 2 : 3)));
        return $"<</Type/Catalog/Pages {PdfSyntax.Reference(pages)}/StructTreeRoot {PdfSyntax.Reference(structure)}/MarkInfo<</Marked true>>/Lang(vi-VN)"
            + (_fields.Count > 0 ? $"/AcroForm<</Fields{PdfSyntax.References(_fields.Select(field => field.Number))}>>" : "")
            + Attached()
            + $"/ViewerPreferences<</DisplayDocTitle true>>/Metadata {PdfSyntax.Reference(xmp)}"
            + "/OutputIntents[<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB IEC61966-2.1)/Info(sRGB IEC61966-2.1)"
            + $"/DestOutputProfile {PdfSyntax.Reference(profile)}>>]>>";
    }

    // PDF/A-3 wants its media type, its date, a name in both writings and how it belongs to the document (6.8); viewers list what stands among the names.
    private string Attached()
    {
        if (data is null)
        {
            return "";
        }

        var stream = Objects.AddPacked(
            string.Create(
                CultureInfo.InvariantCulture,
                $"/Type/EmbeddedFile/Subtype/application#2Fjson/Params<</Size {data.Json.Length}/ModDate{PdfSyntax.Date(metadata.CreatedAt)}>>"),
            data.Json.Span);
        var (file, name) = (PdfSyntax.Reference(stream), PdfSyntax.TextString(data.Name));
        var described = PdfSyntax.Reference(Objects.Add(
            $"<</Type/Filespec/F({data.Name})/UF{name}/Desc{PdfSyntax.TextString(data.About)}/AFRelationship/Data/EF<</F {file}/UF {file}>>>>"));
        return $"/AF[{described}]/Names<</EmbeddedFiles<</Names[{name}{described}]>>>>";
    }

    private byte[] Write(int catalog, int info)
    {
        using var buffer = new PooledStream(Objects.Bodies.Values.Sum(body => body.Length + 64) + 4096);
        var file = buffer.Stream;
        file.Write([.. "%PDF-1.7\n%"u8, 0xE2, 0xE3, 0xCF, 0xD3, (byte)'\n']);
        var offsets = PdfBody.Write(file, Objects.Bodies, _ => 0);
        var table = file.Length;
        var id = Convert.ToHexString(SHA256.HashData(file.GetBuffer().AsSpan(0, (int)file.Length)).AsSpan(0, 16));
        file.Write(Encoding.ASCII.GetBytes(string.Create(
            CultureInfo.InvariantCulture,
            $"xref\n0 {Objects.Next}\n0000000000 65535 f \n{string.Concat(offsets.Values.Select(offset => PdfBody.Entry(offset, 0)))}"
            + $"trailer\n<</Size {Objects.Next}/Root {catalog} 0 R/Info {info} 0 R/ID[<{id}><{id}>]>>\nstartxref\n{table}\n%%EOF\n")));
        return file.ToArray();
    }
}
