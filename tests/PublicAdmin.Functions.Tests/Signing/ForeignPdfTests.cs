using System.Text;
using PublicAdmin.Signing.Pdf;
using PublicAdmin.Signing.Verification;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Signing;

/// <summary>Files that others wrote, and files that are none.</summary>
public sealed class ForeignPdfTests : SigningOnPaper
{
    [TheoryNeeding("qpdf", "pdfsig")]
    [InlineData("--object-streams=generate")]
    [InlineData("--linearize")]
    [InlineData("--linearize", "--object-streams=generate")]
    [InlineData("--object-streams=disable", "--force-version=1.4")]
    [InlineData("--rotate=+90")]
    [InlineData("--rotate=+180")]
    [InlineData("--rotate=+270")]
    public async Task Files_as_qpdf_writes_them_can_be_signed_twice(params string[] options)
    {
        OutsideTool.Run("qpdf", [.. options, Folder.Write("paper.pdf", Paper), Folder["other.pdf"]]);

        var pdf = await Signatory.SealAsync(await Signatory.SignAsync(File.ReadAllBytes(Folder["other.pdf"])));

        Assert.Equal(Verdict.Valid, Signatory.Verify(pdf).Verdict);
        AcceptedByOthers(pdf, signatures: 2);
    }

    [FactNeeding("gs", "pdfsig", "qpdf")]
    public async Task A_file_as_Ghostscript_writes_it_can_be_signed()
    {
        OutsideTool.Run("gs", "-q", "-dNOPAUSE", "-dBATCH", "-sDEVICE=pdfwrite", $"-sOutputFile={Folder["other.pdf"]}", Folder.Write("paper.pdf", Paper));

        var pdf = await Signatory.SealAsync(await Signatory.SignAsync(File.ReadAllBytes(Folder["other.pdf"])));

        AcceptedByOthers(pdf, signatures: 2);
    }

    [FactNeeding("chromium", "pdfsig", "qpdf")]
    public async Task A_file_as_Chromium_prints_it_can_be_signed()
    {
        var page = Folder.Write("page.html", "<h1>Quyết định</h1><p>Ủy ban nhân dân phường</p>"u8.ToArray());
        OutsideTool.Run(
            "chromium", "--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync",
            "--no-first-run",
            $"--user-data-dir={Folder["profile"]}", "--no-pdf-header-footer", $"--print-to-pdf={Folder["other.pdf"]}", $"file://{page}");

        var pdf = await Signatory.SealAsync(await Signatory.SignAsync(File.ReadAllBytes(Folder["other.pdf"])));

        AcceptedByOthers(pdf, signatures: 2);
    }

    /// <summary>
    /// Made with: soffice --headless --convert-to pdf:writer_pdf_Export decision.html (LibreOffice 7.4.7, a heading and a paragraph in Vietnamese).
    /// </summary>
    [FactNeeding("pdfsig", "qpdf", "pdftotext")]
    public async Task A_file_as_LibreOffice_exports_it_can_be_signed_and_says_the_same_afterwards()
    {
        var exported = Path.Combine(Repository.Root, "tests/PublicAdmin.Functions.Tests/Signing/Producers/libreoffice-7.4.pdf");
        var before = OutsideTool.Run("pdftotext", exported, "-").Output;

        var pdf = await Signatory.SealAsync(await Signatory.SignAsync(File.ReadAllBytes(exported)), SignatureSpot.Nowhere);

        AcceptedByOthers(pdf, signatures: 2);
        Assert.Equal(Verdict.Valid, Signatory.Verify(pdf).Verdict);
        Assert.Contains("Lò Văn Ịnh", before, StringComparison.Ordinal);
        Assert.Contains("Lò Văn Ịnh", OutsideTool.Run("pdftotext", Folder["accepted.pdf"], "-").Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_hybrid_file_can_be_signed()
    {
        var pdf = await Signatory.SignAsync(Hybrid());

        Assert.Equal(Verdict.Valid, Signatory.Verify(pdf).Verdict);
    }

    [FactNeeding("qpdf")]
    public void An_encrypted_file_is_refused()
    {
        OutsideTool.Run("qpdf", "--encrypt", "", "owner", "256", "--", Folder.Write("paper.pdf", Paper), Folder["locked.pdf"]);

        Assert.Equal("pdf-encrypted", Signatory.Objection(File.ReadAllBytes(Folder["locked.pdf"]))?.Code);
    }

    [Fact]
    public void A_file_certified_as_final_is_refused()
    {
        var pdf = Encoding.Latin1.GetString(Paper).Replace(
            "/Type/Catalog", "/Type/Catalog/Perms<</DocMDP<</Reference[<</TransformParams<</P 1>>>>]>>>>", StringComparison.Ordinal);
        var moved = int.Parse(
            pdf[(pdf.LastIndexOf("startxref", StringComparison.Ordinal) + 10)..].Split('\n')[0], System.Globalization.CultureInfo.InvariantCulture);
        var table = pdf.LastIndexOf("\nxref\n", StringComparison.Ordinal) + 1;

        // The catalog stands last but one before the table, so only its followers moved; the cross-reference start is repaired by hand.
        var objection = Signatory.Objection(Encoding.Latin1.GetBytes(pdf.Replace($"startxref\n{moved}", $"startxref\n{table}", StringComparison.Ordinal)));

        Assert.Equal("pdf-locked", objection?.Code);
    }

    [Theory]
    [InlineData("")]
    [InlineData("%PDF-1.7 and nothing more")]
    [InlineData("%PDF-1.7\nstartxref\n99999\n%%EOF")]
    [InlineData("%PDF-1.7\nstartxref\n-5\n%%EOF")]
    [InlineData("%PDF-1.7\nxref\n0 2000000000\ntrailer<</Size 5>>\nstartxref\n9\n%%EOF")]
    [InlineData("%PDF-1.7\nxref\n0 0\ntrailer<</Size 5/Prev 9>>\nstartxref\n9\n%%EOF")]
    public void Something_that_is_no_sound_PDF_is_refused(string file) =>
        Assert.Equal("pdf-broken", Signatory.Objection(Encoding.ASCII.GetBytes(file))?.Code);

    [Fact]
    public void A_damaged_file_is_signed_or_refused_but_never_a_fault()
    {
        var random = new Random(20261120);
        for (var n = 0; n < 500; n++)
        {
            var pdf = Paper;
            for (var flips = random.Next(1, 30); flips > 0; flips--)
            {
                pdf[random.Next(pdf.Length)] ^= (byte)(1 << random.Next(8));
            }

            var objection = Signatory.Objection(random.Next(3) == 0 ? pdf[..random.Next(pdf.Length)] : pdf);

            Assert.True(objection is null || objection.Code.StartsWith("pdf-", StringComparison.Ordinal));
        }
    }

    // A table for old readers that hides one object, and a stream that shows it (section 7.5.8.4).
    private static byte[] Hybrid()
    {
        var body = new StringBuilder("%PDF-1.5\n");
        var offsets = new List<int>();
        foreach (var text in new[]
        {
            "<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>", "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R>>",
            "<</Length 0>>\nstream\n\nendstream",
        })
        {
            offsets.Add(body.Length);
            body.Append(System.Globalization.CultureInfo.InvariantCulture, $"{offsets.Count} 0 obj\n{text}\nendobj\n");
        }

        var stream = body.Length;
        var row = string.Concat(new[] { 1, offsets[3] >> 8, offsets[3] & 255, 0 }.Select(value => (char)value));
        body.Append(System.Globalization.CultureInfo.InvariantCulture,
            $"5 0 obj\n<</Type/XRef/Size 6/W[1 2 1]/Index[4 1]/Length 4>>\nstream\n{row}\nendstream\nendobj\n");
        var table = body.Length;
        body.Append("xref\n0 5\n0000000000 65535 f \n");
        offsets.Take(3).ToList().ForEach(offset => body.Append(System.Globalization.CultureInfo.InvariantCulture, $"{offset:D10} 00000 n \n"));
        body.Append(System.Globalization.CultureInfo.InvariantCulture,
            $"0000000000 00000 f \ntrailer\n<</Size 6/Root 1 0 R/XRefStm {stream}>>\nstartxref\n{table}\n%%EOF\n");
        return Encoding.Latin1.GetBytes(body.ToString());
    }
}
