using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using PublicAdmin.Tests.Signing;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Forms;

/// <summary>
/// PDF/A-2b (ISO 19005-2), or 3b (19005-3) with its data in it, clause by clause, read by qpdf: no validator was to be had, so the clauses a paper of ours
/// could break are checked here, as it is printed and as it is after the person signed and the agency sealed.
/// </summary>
public sealed partial class ArchivePdfTests : IDisposable
{
    private static readonly string[] Forbidden =
    [
        "/JS", "/JavaScript", "/AA", "/OpenAction", "/Launch", "/XFA", "/NeedAppearances", "/Encrypt", "/Alternates", "/OPI",
        "/TR", "/HTP", "/RichMediaContent", "/3DD", "/Movie", "/Sound", "/Requirements", "/AlternatePresentations", "/PresSteps",
    ];

    private static readonly IEnumerable<string> Filters = ["", "/FlateDecode", "/DCTDecode"];

    private readonly Signatory _signatory = new();

    public static TheoryData<string, bool> Papers
    {
        get
        {
            var data = new TheoryData<string, bool>();
            foreach (var name in SamplePapers.All.Keys)
            {
                data.Add(name, false);
                data.Add(name, true);
            }

            return data;
        }
    }

    [TheoryNeeding("qpdf")]
    [MemberData(nameof(Papers))]
    public async Task A_paper_holds_nothing_an_archive_forbids(string name, bool isSigned)
    {
        var pdf = new QpdfObjects(await PaperAsync(name, isSigned));

        Assert.Empty(pdf.Names.Intersect(pdf.Get(pdf.Catalog, "/AF") is null ? [.. Forbidden, "/EmbeddedFiles", "/EF"] : Forbidden)); // 6.1.3, 6.5 to 6.10
        Assert.All(pdf.Streams, stream => Assert.Contains(QpdfObjects.Text(pdf.Get(stream.GetProperty("dict"), "/Filter")), Filters)); // 6.1.7
        Assert.DoesNotContain(
            pdf.Values, value => value.ValueKind is JsonValueKind.String && value.GetString() is "/DeviceCMYK" or "/Launch" or "/JavaScript"); // 6.2.4
        Assert.All(pdf.Values.Where(value => value.ValueKind is JsonValueKind.String), value => Assert.True(QpdfObjects.Text(value).Length < 32_768)); // 6.1.13
        Assert.Equal(2, pdf.Trailer.GetProperty("/ID").GetArrayLength()); // 6.1.3
    }

    [TheoryNeeding("qpdf")]
    [MemberData(nameof(Papers))]
    public async Task Every_font_is_embedded_with_its_widths_and_its_way_to_Unicode(string name, bool isSigned)
    {
        var pdf = new QpdfObjects(await PaperAsync(name, isSigned), "generalized");
        var fonts = pdf.OfType("/Font").ToList();

        Assert.NotEmpty(fonts);
        foreach (var font in fonts.Where(font => QpdfObjects.Text(pdf.Get(font, "/Subtype")) != "/CIDFontType2")) // 6.2.11
        {
            Assert.Equal(("/Type0", "/Identity-H"), (QpdfObjects.Text(pdf.Get(font, "/Subtype")), QpdfObjects.Text(pdf.Get(font, "/Encoding"))));
            Assert.Contains("beginbfchar", Encoding.ASCII.GetString(pdf.Data(font, "/ToUnicode")), StringComparison.Ordinal);
            var descendant = pdf.Follow(pdf.Get(font, "/DescendantFonts")!.Value[0]);
            Assert.Equal("/Identity", QpdfObjects.Text(pdf.Get(descendant, "/CIDToGIDMap")));
            WidthsAgree(pdf.Get(descendant, "/W")!.Value, pdf.Data(pdf.Get(descendant, "/FontDescriptor")!.Value, "/FontFile2"));
        }
    }

    [TheoryNeeding("qpdf")]
    [MemberData(nameof(Papers))]
    public async Task Colours_are_those_of_a_profile_that_came_along(string name, bool isSigned)
    {
        var pdf = new QpdfObjects(await PaperAsync(name, isSigned), "generalized");
        var intent = pdf.Follow(pdf.Get(pdf.Catalog, "/OutputIntents")!.Value[0]);
        var profile = pdf.Data(intent, "/DestOutputProfile");

        Assert.Equal("/GTS_PDFA1", QpdfObjects.Text(pdf.Get(intent, "/S"))); // 6.2.3
        Assert.Equal(
            ("acsp", "RGB ", "mntr"),
            (Encoding.ASCII.GetString(profile, 36, 4), Encoding.ASCII.GetString(profile, 16, 4), Encoding.ASCII.GetString(profile, 12, 4)));
        Assert.InRange(profile[8], 2, 4);
        foreach (var page in pdf.OfType("/Page"))
        {
            var content = Encoding.Latin1.GetString(pdf.Data(page, "/Contents"));
            Assert.DoesNotMatch(@"(?m)(^|\s)(k|K|sh|ri)(\s|$)", content);
            Assert.True(Regex.Count(content, @"(^|\s)q(\s|$)") <= 28 || !content.Contains("q q q", StringComparison.Ordinal)); // 6.1.13
        }
    }

    [TheoryNeeding("qpdf")]
    [MemberData(nameof(Papers))]
    public async Task What_the_file_says_of_itself_it_says_twice_and_alike(string name, bool isSigned)
    {
        var pdf = new QpdfObjects(await PaperAsync(name, isSigned));
        var info = pdf.Get(pdf.Trailer, "/Info")!.Value;
        var packet = Encoding.UTF8.GetString(pdf.Data(pdf.Catalog, "/Metadata"));
        var xmp = XDocument.Parse(packet[packet.IndexOf("<x:", StringComparison.Ordinal)..packet.IndexOf("<?xpacket end", StringComparison.Ordinal)]);

        Assert.Equal((pdf.Get(pdf.Catalog, "/AF") is null ? "2" : "3", "B"), (Xmp(xmp, "part"), Xmp(xmp, "conformance"))); // 6.6.4
        Assert.Equal(QpdfObjects.Text(pdf.Get(info, "/Title")), Xmp(xmp, "title"));
        Assert.Equal(QpdfObjects.Text(pdf.Get(info, "/Author")), Xmp(xmp, "creator"));
        Assert.Equal(QpdfObjects.Text(pdf.Get(info, "/Producer")), Xmp(xmp, "Producer"));
        Assert.Equal(QpdfObjects.Text(pdf.Get(info, "/Creator")), Xmp(xmp, "CreatorTool"));
        Assert.Equal(Digits(QpdfObjects.Text(pdf.Get(info, "/CreationDate"))), Digits(Xmp(xmp, "CreateDate")));
        Assert.Equal(Digits(QpdfObjects.Text(pdf.Get(info, "/ModDate"))), Digits(Xmp(xmp, "ModifyDate")));
        Assert.Null(pdf.Get(pdf.Get(pdf.Catalog, "/Metadata")!.Value, "/Filter"));
    }

    [TheoryNeeding("qpdf")]
    [MemberData(nameof(Papers))]
    public async Task Every_field_can_be_printed_and_has_a_look(string name, bool isSigned)
    {
        var pdf = new QpdfObjects(await PaperAsync(name, isSigned));

        foreach (var widget in pdf.OfType("/Annot")) // 6.3, 6.4
        {
            Assert.Equal("/Widget", QpdfObjects.Text(pdf.Get(widget, "/Subtype")));
            Assert.Equal(4, pdf.Get(widget, "/F")!.Value.GetInt32() & 0b1_0010_0111); // Print; neither hidden, invisible, without view nor toggled.
            var box = pdf.Get(widget, "/Rect")!.Value.EnumerateArray().Select(corner => corner.GetDouble()).ToList();
            var look = pdf.Get(widget, "/AP");
            Assert.True(look is { } shown
                ? shown.EnumerateObject().Select(entry => entry.Name).SequenceEqual(["/N"]) : box[0].Equals(box[2]) && box[1].Equals(box[3]));
        }
    }

    [TheoryNeeding("qpdf")]
    [MemberData(nameof(Papers))]
    public async Task Whoever_listens_hears_the_language_the_structure_and_words_for_pictures(string name, bool isSigned)
    {
        var pdf = new QpdfObjects(await PaperAsync(name, isSigned));

        Assert.Equal("vi-VN", QpdfObjects.Text(pdf.Get(pdf.Catalog, "/Lang")));
        Assert.True(pdf.Get(pdf.Get(pdf.Catalog, "/MarkInfo")!.Value, "/Marked")!.Value.GetBoolean());
        Assert.NotNull(pdf.Get(pdf.Get(pdf.Catalog, "/StructTreeRoot")!.Value, "/ParentTree"));
        Assert.All(pdf.OfType("/StructElem").Where(element => QpdfObjects.Text(pdf.Get(element, "/S")) == "/Figure"),
            figure => Assert.NotEmpty(QpdfObjects.Text(pdf.Get(figure, "/Alt"))));
    }

    [Theory]
    [MemberData(nameof(Papers))]
    public async Task The_file_is_written_as_archives_want_it(string name, bool isSigned)
    {
        var text = Encoding.Latin1.GetString(await PaperAsync(name, isSigned));

        Assert.Matches(@"\A%PDF-1\.7\n%[\x80-\xFF]{4,}\n", text); // 6.1.2
        Assert.EndsWith("%%EOF\n", text, StringComparison.Ordinal); // 6.1.3
        Assert.DoesNotMatch(@"[^\n]endobj|endobj[^\n]|\d obj[^\n]", Streams().Replace(text, "")); // 6.1.9
    }

    public void Dispose() => _signatory.Dispose();

    private async Task<byte[]> PaperAsync(string name, bool isSigned) =>
        isSigned ? await _signatory.SealAsync(await _signatory.SignAsync(SamplePapers.All[name])) : SamplePapers.All[name];

    // "w" of the font file against "W" of the PDF (6.2.11.5), within a thousandth.
    private static void WidthsAgree(JsonElement widths, byte[] font)
    {
        var tables = Enumerable.Range(0, U16(font, 4))
            .ToDictionary(n => Encoding.ASCII.GetString(font, 12 + (16 * n), 4), n => (U16(font, 20 + (16 * n)) << 16) | U16(font, 22 + (16 * n)));
        var (units, advances) = (U16(font, tables["head"] + 18), U16(font, tables["hhea"] + 34));
        for (var n = 0; n < widths.GetArrayLength(); n += 2)
        {
            var glyph = widths[n].GetInt32();
            var advance = U16(font, tables["hmtx"] + (4 * Math.Min(glyph, advances - 1)));
            Assert.InRange(widths[n + 1][0].GetDouble() - (advance * 1000.0 / units), -1, 1);
        }
    }

    private static int U16(byte[] bytes, int at) => (bytes[at] << 8) | bytes[at + 1];

    private static string Xmp(XDocument xmp, string name) => xmp.Descendants().First(element => element.Name.LocalName == name).Value.Trim();

    // D:20261120090500+07'00' and 2026-11-20T09:05:00+07:00 are one instant.
    private static string Digits(string date) => string.Concat(date.Where(letter => char.IsAsciiDigit(letter) || letter == '+'));

    [GeneratedRegex(@"stream\n.*?\nendstream", RegexOptions.Singleline)]
    private static partial Regex Streams();
}
