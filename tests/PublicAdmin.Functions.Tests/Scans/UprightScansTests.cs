using System.Globalization;
using PublicAdmin.Scans.Binding;
using PublicAdmin.Scans.Judging;
using PublicAdmin.Tests.Forms;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Scans;

/// <summary>Pictures as phones, scanners and fax machines really write them (Pictures/): what the check lets pass is bound upright and in proportion.</summary>
public class UprightScansTests
{
    // The sample is red at its top left and blue at its bottom right once it stands upright.
    [FactNeeding("pdftoppm")]
    public void A_photo_taken_with_the_phone_on_its_side_stands_upright()
    {
        var page = Draw(Picture("exif-orientation-6.jpg"));

        Assert.True(page.Height > page.Width, $"{page.Width} x {page.Height}");
        Assert.Equal("red", Colour(page.At(0.1, 0.1)));
        Assert.Equal("blue", Colour(page.At(0.9, 0.9)));
    }

    [TheoryNeeding("pdftoppm")]
    [InlineData(1, "red", "green", "blue", "white")]
    [InlineData(2, "green", "red", "white", "blue")]
    [InlineData(3, "white", "blue", "green", "red")]
    [InlineData(4, "blue", "white", "red", "green")]
    [InlineData(5, "red", "blue", "green", "white")]
    [InlineData(6, "blue", "red", "white", "green")]
    [InlineData(7, "white", "green", "blue", "red")]
    [InlineData(8, "green", "white", "red", "blue")]
    public void Each_of_the_eight_ways_to_lie_is_turned_upright(int orientation, string topLeft, string topRight, string bottomLeft, string bottomRight)
    {
        var page = Draw(Tiff(orientation));

        Assert.Equal(
            [topLeft, topRight, bottomLeft, bottomRight],
            [Colour(page.At(0.1, 0.1)), Colour(page.At(0.9, 0.1)), Colour(page.At(0.1, 0.9)), Colour(page.At(0.9, 0.9))]);
        Assert.Equal(orientation >= 5, page.Height > page.Width);
    }

    [FactNeeding("pdfinfo")]
    public void A_fax_whose_pixels_are_twice_as_high_as_wide_keeps_the_shape_of_its_sheet()
    {
        using var folder = new TempFolder();

        var info = OutsideTool.Run("pdfinfo", folder.Write("scan.pdf", Bind(Picture("fax-204x98.tif")))).Output;

        Assert.Matches(@"Page size: +6[01]\d(\.\d+)? x 8[34]\d(\.\d+)? pts", info);
    }

    [Fact]
    public void A_film_behind_the_photo_is_left_out()
    {
        var photo = Picture("motion-photo.jpg");

        Assert.Null(PaperJudge.Judge(photo).Refusal);
        Assert.DoesNotContain("ftyp", System.Text.Encoding.Latin1.GetString(Bind(photo)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_picture_made_for_print_is_told_at_the_check_and_not_when_it_is_bound()
    {
        Assert.Equal("strange-picture", PaperJudge.Judge(Picture("cmyk.jpg")).Refusal?.Code);
        Assert.Equal("scan-unreadable", ScanPdf.FromImages([Picture("cmyk.jpg")], PaperTests.Metadata).Refusal?.Code);
    }

    [FactNeeding("gs", "pdftoppm")]
    public void Samples_of_sixteen_bits_are_read()
    {
        using var folder = new TempFolder();
        var paper = folder.Write("paper.pdf", PaperTests.Sample().Print());
        OutsideTool.Run("gs", "-q", "-dNOPAUSE", "-dBATCH", "-sDEVICE=tiff48nc", "-r40", $"-sOutputFile={folder["scan"]}", paper);

        Assert.Null(PaperJudge.Judge(File.ReadAllBytes(folder["scan"])).Refusal);
        Assert.InRange(Draw(File.ReadAllBytes(folder["scan"])).At(0.02, 0.02).R, 250, 255);
    }

    [TheoryNeeding("gs")]
    [InlineData("jpeg")]
    [InlineData("jpegcmyk")]
    [InlineData("png16m")]
    [InlineData("png256")]
    [InlineData("pngmono")]
    [InlineData("tiffg3")]
    [InlineData("tiffg4")]
    [InlineData("tiff12nc")]
    [InlineData("tiff32nc")]
    [InlineData("tiffsep")]
    [InlineData("tiffgray")]
    [InlineData("tiffscaled24")]
    public void What_passes_the_check_can_be_bound(string device)
    {
        using var folder = new TempFolder();
        var paper = folder.Write("paper.pdf", PaperTests.Sample().Print());
        OutsideTool.Run("gs", "-q", "-dNOPAUSE", "-dBATCH", $"-sDEVICE={device}", "-r30", $"-sOutputFile={folder["scan"]}", paper);
        var scan = File.ReadAllBytes(folder["scan"]);

        Assert.Equal(PaperJudge.Judge(scan).Refusal is null, ScanPdf.FromImages([scan], PaperTests.Metadata).Refusal is null);
    }

    [Theory]
    [InlineData("font-name-holds-the-word-stream.pdf", 2, null)]
    [InlineData("title-holds-endobj.pdf", 2, null)]
    [InlineData("junk-before-header.pdf", 2, null)]
    [InlineData("attached-pdf-indirect-length.pdf", 2, null)]
    [InlineData("open-action-next-javascript.pdf", null, "active-content")]
    [InlineData("signed-without-sigflags.pdf", null, "signed")]
    public void A_PDF_is_read_by_its_words_and_judged_by_all_its_objects(string name, int? pages, string? finding)
    {
        var findings = PaperJudge.Judge(File.ReadAllBytes(Path.Combine(Folder, "Papers", name)));

        Assert.Null(findings.Refusal);
        Assert.Equal(pages ?? findings.Pages, findings.Pages);
        Assert.True(finding is null || findings.Findings.Any(found => found.Code == finding), string.Join(' ', findings.Findings.Select(found => found.Code)));
    }

    [Theory]
    [InlineData("<< /Type /Annot /Subtype /Link /A << /S /Launch /F (calc.exe) >> >>")]
    [InlineData("<< /Type /Page /AA << /O << /S /Java#53cript /JS (x) >> >> >>")]
    [InlineData("<< /Type /Filespec /F (report.pdf.exe) /EF << /F 40 0 R >> >>")]
    [InlineData("<< /A [ << /S /GoTo /Next [ << /S /JavaScript /JS (x) >> ] >> ] >>")]
    public void A_program_is_seen_wherever_it_hangs(string hidden)
    {
        var pdf = SampleScans.PdfOf(
            [(1, "<< /Type /Catalog /Pages 2 0 R >>"), (2, "<< /Type /Pages /Kids [3 0 R] /Count 1 >>"), (3, "<< /Type /Page /Parent 2 0 R >>"), (9, hidden)]);

        Assert.Contains(PaperJudge.Judge(pdf).Findings, finding => finding.Code == "active-content");
    }

    [Fact]
    public void Locked_attachments_are_no_locked_paper()
    {
        var pdf = SampleScans.PdfOf(
            [
                (1, "<< /Type /Catalog /Pages 2 0 R >>"), (2, "<< /Type /Pages /Kids [3 0 R] /Count 1 >>"), (3, "<< /Type /Page /Parent 2 0 R >>"),
                (4, "<< /Filter /Standard /V 4 /R 4 /EFF /StdCF /StmF /Identity /StrF /Identity /CF << /StdCF << /CFM /AESV2 >> >> >>"),
            ],
            "/Root 1 0 R /Encrypt 4 0 R");

        Assert.DoesNotContain(PaperJudge.Judge(pdf).Findings, finding => finding.Code == "encrypted");
    }

    private static string Folder => Path.Combine(Repository.Root, "tests/PublicAdmin.Functions.Tests/Scans");

    private static byte[] Picture(string name) => File.ReadAllBytes(Path.Combine(Folder, "Pictures", name));

    private static byte[] Bind(byte[] picture) => ScanPdf.FromImages([picture], PaperTests.Metadata).Value;

    private static Drawn Draw(byte[] picture)
    {
        using var folder = new TempFolder();
        OutsideTool.Run("pdftoppm", "-r", "36", "-singlefile", folder.Write("scan.pdf", Bind(picture)), folder["page"]);
        var ppm = File.ReadAllBytes(folder["page.ppm"]);
        var words = System.Text.Encoding.ASCII.GetString(ppm, 0, 40).Split(['\n', ' '], 5);
        var (width, height) = (int.Parse(words[1], CultureInfo.InvariantCulture), int.Parse(words[2], CultureInfo.InvariantCulture));
        return new Drawn(width, height, ppm[^(width * height * 3)..]);
    }

    private static string Colour((int R, int G, int B) pixel) => pixel switch
    {
        ( > 200, < 90, < 90) => "red",
        ( < 90, > 150, < 90) => "green",
        ( < 90, < 90, > 200) => "blue",
        _ => "white",
    };

    // Four squares, twice as wide as high: red, green above, blue, white below.
    private static byte[] Tiff(int orientation)
    {
        const int width = 40, height = 20;
        var pixels = Enumerable.Range(0, width * height)
            .SelectMany(n => (n % width < width / 2, n / width < height / 2) switch
            {
                (true, true) => new byte[] { 255, 0, 0 },
                (false, true) => [0, 200, 0],
                (true, false) => [0, 0, 255],
                _ => [255, 255, 255],
            }).ToArray();
        (ushort Tag, ushort Type, uint Count, uint Value)[] fields =
        [
            (256, 3, 1, width), (257, 3, 1, height), (258, 3, 3, 200), (259, 3, 1, 1), (262, 3, 1, 2), (273, 4, 1, 300), (274, 3, 1, (uint)orientation),
            (277, 3, 1, 3), (278, 3, 1, height), (279, 4, 1, (uint)pixels.Length),
        ];
        var file = new byte[300 + pixels.Length];
        using var writer = new BinaryWriter(new MemoryStream(file));
        writer.Write("II*\0"u8);
        writer.Write(8);
        writer.Write((ushort)fields.Length);
        foreach (var (tag, type, count, value) in fields)
        {
            writer.Write(tag);
            writer.Write(type);
            writer.Write(count);
            writer.Write(value);
        }

        writer.Seek(200, SeekOrigin.Begin);
        writer.Write((byte[])[8, 0, 8, 0, 8, 0]);
        writer.Seek(300, SeekOrigin.Begin);
        writer.Write(pixels);
        return file;
    }

    private sealed record Drawn(int Width, int Height, byte[] Pixels)
    {
        public (int R, int G, int B) At(double x, double y)
        {
            var at = (((int)(y * Height) * Width) + (int)(x * Width)) * 3;
            return (Pixels[at], Pixels[at + 1], Pixels[at + 2]);
        }
    }
}
