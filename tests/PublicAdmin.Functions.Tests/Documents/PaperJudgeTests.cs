using System.Text;
using PublicAdmin.Scans.Judging;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Documents;

public class PaperJudgeTests
{
    [Fact]
    public void A_file_is_what_its_bytes_say()
    {
        Assert.Equal(FileKind.Pdf, PaperJudge.Judge(SampleScans.Pdf()).Kind);
        Assert.Equal(FileKind.Jpeg, PaperJudge.Judge(SampleScans.Jpeg()).Kind);
        Assert.Equal(FileKind.Png, PaperJudge.Judge(SampleScans.Png()).Kind);
        Assert.Equal(FileKind.Tiff, PaperJudge.Judge(SampleScans.Tiff(200)).Kind);
    }

    [Theory]
    [InlineData("<!DOCTYPE html><script>alert(1)</script>")]
    [InlineData("PK\u0003\u0004 a Word text")]
    [InlineData("MZ a program")]
    [InlineData("GIF89a")]
    public void Anything_else_is_refused(string bytes) => Assert.Equal("unknown-kind", RefusalOf(Encoding.Latin1.GetBytes(bytes)));

    [Fact]
    public void An_empty_file_is_refused_as_empty() => Assert.Equal("empty", RefusalOf([]));

    [Theory]
    [InlineData(300, null)]
    [InlineData(299, "below-wanted-dpi")]
    [InlineData(200, "below-wanted-dpi")]
    [InlineData(199, "too-few-dpi")]
    [InlineData(150, "too-few-dpi")]
    public void Resolution_is_judged_by_the_digitization_guide(int dpi, string? finding)
    {
        var (width, height) = ((int)(dpi * 8.27), (int)(dpi * 11.69));

        Assert.Equal(finding, OnlyFinding(SampleScans.Jpeg(width, height, dpi)));
        Assert.Equal(finding, OnlyFinding(SampleScans.Jpeg(width, height, dpi: null, exifDpi: dpi)));
        Assert.Equal(finding, OnlyFinding(SampleScans.Png(width, height, dpi)));
        Assert.Equal(finding, OnlyFinding(SampleScans.Tiff(dpi)));
    }

    [Fact]
    public void A_photo_whose_camera_wrote_72_is_measured_as_a_sheet_of_A4()
    {
        Assert.Equal(342, PaperJudge.Judge(SampleScans.Jpeg(4000, 3000, dpi: 72)).Dpi);
        Assert.Equal(68, PaperJudge.Judge(SampleScans.Jpeg(800, 600, dpi: 72)).Dpi);
        Assert.Equal(68, PaperJudge.Judge(SampleScans.Jpeg(600, 800, dpi: null)).Dpi);
    }

    [Fact]
    public void A_thumbnail_that_claims_300_dpi_is_not_believed() => Assert.Equal(17, PaperJudge.Judge(SampleScans.Png(200, 150, dpi: 300)).Dpi);

    [Fact]
    public void An_identity_card_at_300_dpi_is() => Assert.Equal(300, PaperJudge.Judge(SampleScans.Png(1011, 638, dpi: 300)).Dpi);

    [Fact]
    public void A_tiff_has_as_many_pages_as_pictures_and_is_as_sharp_as_its_worst()
    {
        var findings = PaperJudge.Judge(SampleScans.Tiff(300, 150, 300));

        Assert.Equal((3, 150), (findings.Pages, findings.Dpi));
    }

    [Fact]
    public void One_flipped_bit_in_a_png_shows()
    {
        var scan = SampleScans.Png();
        scan[^20] ^= 1;

        Assert.Equal("corrupt", RefusalOf(scan));
    }

    [Fact]
    public void A_file_cut_short_is_corrupt()
    {
        foreach (var scan in (byte[][])[SampleScans.Png(), SampleScans.Jpeg(), SampleScans.Tiff(200, 200), SampleScans.Pdf(pages: 3)])
        {
            Assert.Equal("corrupt", RefusalOf(scan[..(scan.Length - 10)]));
            Assert.Equal("corrupt", RefusalOf(scan[..(scan.Length / 2)]));
        }
    }

    [Fact]
    public void A_tiff_whose_pages_lead_in_a_circle_is_corrupt()
    {
        var scan = SampleScans.Tiff(200);
        scan[8 + 2 + (9 * 12)] = 8; // The next directory is the first.

        Assert.Equal("corrupt", RefusalOf(scan));
    }

    private static string? RefusalOf(byte[] file) => PaperJudge.Judge(file).Refusal?.Code;

    private static string? OnlyFinding(byte[] file) => PaperJudge.Judge(file).Findings.SingleOrDefault()?.Code;
}
