using PublicAdmin.Forms.Layout;
using PublicAdmin.Pdf.Fonts;
using PublicAdmin.Pdf.Pages;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Forms;

public class PaperTests
{
    private const string Vowels = "aàáảãạăằắẳẵặâầấẩẫậeèéẻẽẹêềếểễệiìíỉĩịoòóỏõọôồốổỗộơờớởỡợuùúủũụưừứửữựyỳýỷỹỵ";

    private static readonly string Letters = Vowels + Vowels.ToUpperInvariant() + "bcdđghklmnpqrstvxBCDĐGHKLMNPQRSTVX0123456789";

    [Theory]
    [InlineData(Face.Regular)]
    [InlineData(Face.Bold)]
    [InlineData(Face.Italic)]
    [InlineData(Face.BoldItalic)]
    public void Every_face_has_every_Vietnamese_letter(Face face) => Assert.True(OfficeFonts.Of(face).Has(Letters + "“”–‘’…₫"));

    [Fact]
    public void The_same_paper_is_the_same_bytes() => Assert.Equal(Sample().Print(), Sample().Print());

    [FactNeeding("qpdf")]
    public void The_file_is_sound()
    {
        using var folder = new TempFolder();

        var answer = OutsideTool.Run("qpdf", "--check", folder.Write("paper.pdf", Sample().Print()));

        Assert.True(answer.ExitCode == 0, answer.Output);
        Assert.Contains("No syntax or stream encoding errors found", answer.Output, StringComparison.Ordinal);
    }

    [FactNeeding("pdftotext")]
    public void The_text_can_be_found_letter_by_letter()
    {
        using var folder = new TempFolder();

        var text = OutsideTool.Run("pdftotext", folder.Write("paper.pdf", Sample().Print()), "-").Output;

        Assert.Contains(Letters, text.ReplaceLineEndings(""), StringComparison.Ordinal);
        Assert.Contains("đúng với bản chính", text, StringComparison.Ordinal);
    }

    [FactNeeding("pdffonts")]
    public void Every_font_is_embedded_as_a_subset_with_its_way_back_to_text()
    {
        using var folder = new TempFolder();

        var fonts = OutsideTool.Run("pdffonts", folder.Write("paper.pdf", Sample().Print())).Output.Split('\n').Skip(2).Where(line => line.Length > 0).ToList();

        Assert.Equal(4, fonts.Count);
        Assert.All(fonts, font => Assert.Matches("CID TrueType +Identity-H +yes yes yes", font));
    }

    [FactNeeding("pdftotext")]
    public void A_long_table_says_its_head_on_every_page_and_pages_are_numbered_from_the_second()
    {
        var rows = Enumerable.Range(1, 120).Select(n => (IReadOnlyList<Cell>)[Text($"{n}"), Text($"Hồ sơ thứ {n}")]);
        var paper = new PrintedPaper(Metadata, new Grid([1, 4], [[Text("STT"), Text("Nội dung")], .. rows]) { Lined = true, HeadRows = 1, Padding = 3 });
        using var folder = new TempFolder();

        var pages = OutsideTool.Run("pdftotext", "-layout", folder.Write("table.pdf", paper.Print()), "-").Output.Split('\f')[..^1];

        Assert.True(pages.Length > 2);
        Assert.All(pages, page => Assert.Contains("STT", page, StringComparison.Ordinal));
        Assert.StartsWith("STT", pages[0].Trim(), StringComparison.Ordinal);
        Assert.StartsWith("2", pages[1].Trim(), StringComparison.Ordinal);
        Assert.Contains("Hồ sơ thứ 120", pages[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void A_cell_taller_than_a_page_goes_on_on_the_next()
    {
        var long_ = string.Join(' ', Enumerable.Repeat("Nội dung rất dài.", 3000));

        var bytes = new PrintedPaper(Metadata, new Grid([1, 1], [Text(long_), Text("ngắn")]) { Lined = true }).Print();

        Assert.True(PagesOf(bytes) > 5);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("dòng một\ndòng hai\tvà hết")]
    [InlineData("日本語 🙂 \u0001")]
    public void No_text_is_too_strange_to_print(string text) => Assert.NotEmpty(new PrintedPaper(Metadata, new Paragraph(text)).Print());

    [Fact]
    public void A_word_wider_than_the_paper_is_cut() =>
        Assert.NotEmpty(new PrintedPaper(Metadata, new Paragraph(new string('W', 5000))).Print());

    internal static PdfMetadata Metadata { get; } = new(
        "Giấy thử", "UBND phường Điện Biên Phủ", new DateTimeOffset(2026, 11, 20, 9, 0, 0, TimeSpan.FromHours(7)));

    internal static PrintedPaper Sample() => new(
        Metadata,
        new Paragraph(Run.Bold("BẢN SAO ĐIỆN TỬ")) { Align = Alignment.Center, Size = 14, Heading = true },
        new Paragraph(Letters),
        new Paragraph(
            "Bản sao điện tử ", Run.Bold("đúng với bản chính"), ", ", Run.Italic("Điện Biên Phủ, ngày 20 tháng 11 năm 2026"),
            new Run(" – hết.", Face.BoldItalic))
        {
            Align = Alignment.Justified,
            FirstIndent = 28,
        },
        new QrCode("https://dienbien.gov.vn/xac-thuc/abc", 57, "Mã QR để kiểm tra"),
        new SignaturePlace("NguoiKy", "CoQuan"));

    private static Cell Text(string text) => new(new Paragraph(text));

    private static int PagesOf(byte[] pdf) => System.Text.Encoding.Latin1.GetString(pdf).Split("/Type/Page/").Length - 1;
}
