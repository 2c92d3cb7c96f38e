using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Forms;

public class OfficialPapersTests
{
    public static TheoryData<string> Papers => [.. SamplePapers.All.Keys];

    [TheoryNeeding("qpdf", "pdftotext", "pdfinfo")]
    [MemberData(nameof(Papers))]
    public void Every_paper_is_sound_and_says_nation_agency_and_dossier(string name)
    {
        using var folder = new TempFolder();
        var path = folder.Write("paper.pdf", SamplePapers.All[name]);

        var check = OutsideTool.Run("qpdf", "--check", path);
        var text = string.Join(' ', OutsideTool.Run("pdftotext", path, "-").Output.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        var info = OutsideTool.Run("pdfinfo", path).Output;

        Assert.True(check.ExitCode == 0, check.Output);
        Assert.Contains("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", text, StringComparison.Ordinal);
        Assert.Contains("Độc lập - Tự do - Hạnh phúc", text, StringComparison.Ordinal);
        Assert.Contains("H18.61-261120-0001", text, StringComparison.Ordinal);
        Assert.DoesNotContain("?", text, StringComparison.Ordinal);
        Assert.Matches("Tagged: +yes", info);
        Assert.Matches("Metadata Stream: +yes", info);
    }

    [FactNeeding("pdftoppm", "zbarimg")]
    public void Both_QR_codes_can_be_read_from_the_printed_receipt()
    {
        using var folder = new TempFolder();
        OutsideTool.Run("pdftoppm", "-r", "150", "-png", "-singlefile", folder.Write("paper.pdf", SamplePapers.All["01"]), folder["paper"]);

        var answer = OutsideTool.Run("zbarimg", "-q", "--raw", folder["paper.png"]).Output;

        Assert.Equal(
            ["https://dichvucong.dienbien.gov.vn/track#H18.61-261120-0001&7KM2X9QRTA", SamplePapers.Dossier.Check],
            answer.Split('\n').Where(line => line.StartsWith("https", StringComparison.Ordinal))
                .OrderByDescending(code => code.Contains("track", StringComparison.Ordinal)));
    }

    [Fact]
    public void Forms_fit_on_one_page()
    {
        foreach (var name in new[] { "01", "01 of an organisation", "02", "03", "04 before", "04 after", "05", "06", "birth", "marital", "decision" })
        {
            var pages = System.Text.Encoding.Latin1.GetString(SamplePapers.All[name]).Split("/Type/Page/").Length - 1;

            Assert.True(pages == 1, $"{name} takes {pages} pages.");
        }
    }
}
