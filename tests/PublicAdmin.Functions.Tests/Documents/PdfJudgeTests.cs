using System.Text;
using PublicAdmin.Scans.Judging;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Documents;

public class PdfJudgeTests
{
    [Fact]
    public void Pages_are_counted_in_the_tree_and_measured_where_the_picture_lies()
    {
        var findings = PaperJudge.Judge(SampleScans.Pdf(pages: 3, pixels: 2480));

        Assert.Equal((3, 300), (findings.Pages, findings.Dpi));
        Assert.Empty(findings.Findings);
    }

    [Theory]
    [InlineData("q 595 0 0 842 0 0 cm /Im0 Do Q", 200)]
    [InlineData("q 0 842 -595 0 595 0 cm /Im0 Do Q", 141)] // Turned: its long side lies along the short edge.
    [InlineData("q 0.5 0 0 0.5 0 0 cm q 1190 0 0 1684 0 0 cm /Im0 Do Q Q", 200)]
    [InlineData("q 60 0 0 85 0 0 cm /Im0 Do Q", null)] // A logo is no scan.
    [InlineData("q 595 0 0 421 0 421 cm /Im0 Do Q q 595 0 0 421 0 0 cm /Im0 Do Q", 200)] // Two strips.
    [InlineData("BT /F1 12 Tf (Gi\\(\\)y khai sinh) Tj ET", null)]
    public void Only_a_page_that_is_mostly_picture_is_a_scan(string content, int? dpi) =>
        Assert.Equal(dpi, PaperJudge.Judge(SampleScans.Pdf(content: content)).Dpi);

    [Fact]
    public void A_later_revision_wins()
    {
        var revised = (byte[])[
            .. SampleScans.Pdf(pages: 3),
            .. "2 0 obj\n<< /Type /Pages /Kids [10 0 R] /Count 1 >>\nendobj\ntrailer\n<< /Root 1 0 R >>\nstartxref\n0\n%%EOF\n"u8];

        Assert.Equal(1, PaperJudge.Judge(revised).Pages);
    }

    [Fact]
    public void A_missing_page_is_damage()
    {
        var text = Encoding.Latin1.GetString(SampleScans.Pdf(pages: 3)).Replace("\n11 0 obj", "\n99 0 obj", StringComparison.Ordinal);

        Assert.Equal("corrupt", PaperJudge.Judge(Encoding.Latin1.GetBytes(text)).Refusal?.Code);
    }

    [Fact]
    public void A_tree_that_leads_back_to_itself_is_damage_and_no_endless_walk()
    {
        var file = SampleScans.PdfOf([(1, "<< /Pages 2 0 R >>"), (2, "<< /Kids [3 0 R 3 0 R] >>"), (3, "<< /Kids [2 0 R 3 0 R] >>")]);

        Assert.Equal("corrupt", PaperJudge.Judge(file).Refusal?.Code);
    }

    [Theory]
    [InlineData("/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>", "active-content")]
    [InlineData("/OpenAction << /S /Launch /F (calc.exe) >>", "active-content")]
    [InlineData("/Names << /Java#53cript 9 0 R >>", "active-content")]
    [InlineData("/AcroForm << /SigFlags 3 >>", "signed")]
    [InlineData("/OpenAction [10 0 R /Fit]", null)]
    public void Programs_and_signatures_inside_are_told(string catalog, string? finding) =>
        Assert.Equal(finding, PaperJudge.Judge(SampleScans.Pdf(pixels: 2480, catalog: catalog)).Findings.SingleOrDefault()?.Code);

    [Fact]
    public void An_object_that_lies_inside_a_stream_is_no_object()
    {
        const string inner = "2 0 obj << /Type /Pages /Kids [] /Count 0 >> endobj trailer << /Root 9 0 R >>";
        var file = (byte[])[
            .. Encoding.Latin1.GetBytes($"%PDF-1.7\n7 0 obj << /Length {inner.Length} >>\nstream\n{inner}\nendstream endobj\n"), .. SampleScans.Pdf()[9..]];
        var after = SampleScans.Pdf();
        var tail = Encoding.Latin1.GetString(after)
            .Replace("trailer", $"7 0 obj << /Length {inner.Length} >>\nstream\n{inner}\nendstream endobj\ntrailer", StringComparison.Ordinal);

        Assert.Equal(1, PaperJudge.Judge(file).Pages);
        Assert.Equal(1, PaperJudge.Judge(Encoding.Latin1.GetBytes(tail)).Pages);
    }

    [FactNeeding("qpdf")]
    public async Task Packed_objects_are_read_and_locked_files_are_refused()
    {
        using var folder = new TempFolder();
        var plain = folder.Write("plain.pdf", SampleScans.Pdf(pages: 7, pixels: 2480));

        await Tool.RunAsync("qpdf", plain, "--object-streams=generate", folder["packed.pdf"]);
        await Tool.RunAsync("qpdf", plain, "--linearize", folder["linear.pdf"]);
        await Tool.RunAsync("qpdf", plain, "--encrypt", "bí", "mật", "256", "--", folder["locked.pdf"]);
        await Tool.RunAsync("qpdf", plain, "--object-streams=generate", "--encrypt", "", "mật", "256", "--", folder["owned.pdf"]);

        Assert.Equal((7, 300), PagesAndDpi(folder["packed.pdf"]));
        Assert.Equal((7, 300), PagesAndDpi(folder["linear.pdf"]));
        Assert.Equal("encrypted", PaperJudge.Judge(await File.ReadAllBytesAsync(folder["locked.pdf"])).Refusal?.Code);
        Assert.Equal("encrypted", PaperJudge.Judge(await File.ReadAllBytesAsync(folder["owned.pdf"])).Refusal?.Code);
    }

    [FactNeeding("pdftoppm")]
    public async Task Pictures_other_programs_made_are_read_as_they_meant_them()
    {
        using var folder = new TempFolder();
        var pdf = folder.Write("plain.pdf", SampleScans.Pdf());

        await Tool.RunAsync("pdftoppm", "-r", "300", "-jpeg", "-singlefile", pdf, folder["j"]);
        await Tool.RunAsync("pdftoppm", "-r", "150", "-png", "-singlefile", pdf, folder["p"]);
        await Tool.RunAsync("pdftoppm", "-r", "200", "-tiff", "-tiffcompression", "lzw", "-singlefile", pdf, folder["t"]);

        Assert.Equal((1, 300), PagesAndDpi(folder["j.jpg"]));
        Assert.Equal((1, 150), PagesAndDpi(folder["p.png"]));
        Assert.Equal((1, 200), PagesAndDpi(folder["t.tif"]));
    }

    private static (int Pages, int? Dpi) PagesAndDpi(string file)
    {
        var findings = PaperJudge.Judge(File.ReadAllBytes(file));
        Assert.Null(findings.Refusal);
        return (findings.Pages, findings.Dpi);
    }
}
