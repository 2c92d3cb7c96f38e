using System.Text;
using PublicAdmin.Signing;
using PublicAdmin.Signing.Issuing;
using PublicAdmin.Signing.Pdf;
using PublicAdmin.Signing.Verification;
using PublicAdmin.Tests.Forms;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Signing;

public sealed class PdfSigningTests : IDisposable
{
    private readonly Signatory _signatory = new();
    private readonly TempFolder _folder = new();

    private static byte[] Paper => PaperTests.Sample().Print();

    [Fact]
    public async Task A_person_signs_and_then_the_agency_seals()
    {
        var pdf = await _signatory.SealAsync(await _signatory.SignAsync(Paper));

        var report = _signatory.Verify(pdf);

        Assert.Equal(Verdict.Valid, report.Verdict);
        Assert.Equal([Signatory.Leader, Signatory.Agency], report.Signatures.Select(signature => signature.Signer));
        Assert.Equal(Signatory.Now, report.Signatures[0].ClaimedAt);
        Assert.False(report.Signatures[0].CoversWholeFile);
        Assert.True(report.Signatures[1].CoversWholeFile);
        Assert.Equal([new Change(ChangeKind.SignatureMade, "CoQuan")], report.Signatures[0].Changes);
    }

    [Fact]
    public async Task A_second_signature_leaves_every_byte_of_the_first_as_it_was()
    {
        var signed = await _signatory.SignAsync(Paper);

        var both = await _signatory.SealAsync(signed);

        Assert.Equal(signed, both[..signed.Length]);
    }

    [TheoryNeeding("pdfsig", "qpdf")]
    [InlineData(0)]
    [InlineData(2048)]
    [InlineData(3072)]
    public async Task Software_nobody_here_wrote_accepts_every_kind_of_key(int rsa)
    {
        var pdf = await _signatory.SealAsync(await _signatory.SignAsync(Paper, rsa == 0 ? null : _signatory.WithRsa(rsa)));

        AcceptedByOthers(pdf, signatures: 2);
    }

    [FactNeeding("pdfsig", "certutil")]
    public async Task The_chain_leads_to_its_root()
    {
        Directory.CreateDirectory(_folder["nss"]);
        OutsideTool.Run("certutil", "-N", "-d", _folder["nss"], "--empty-password");
        OutsideTool.Run("certutil", "-A", "-d", _folder["nss"], "-n", "root", "-t", "CT,C,C", "-a", "-i", _folder.Write("root.pem", Encoding.ASCII.GetBytes(_signatory.RootPem)));

        var answer = OutsideTool.Run("pdfsig", "-nssdir", _folder["nss"], _folder.Write("signed.pdf", await _signatory.SignAsync(Paper))).Output;

        Assert.Contains("Signature is Valid", answer, StringComparison.Ordinal);
        Assert.Contains("Certificate is Trusted", answer, StringComparison.Ordinal);
        Assert.Contains(Signatory.Leader, answer, StringComparison.Ordinal);
        Assert.Contains("Total document signed", answer, StringComparison.Ordinal);
    }

    [FactNeeding("openssl")]
    public async Task The_CMS_is_CAdES_without_a_signing_time()
    {
        var pdf = await _signatory.SignAsync(Paper);
        var bytes = OnlySignature(pdf);

        var answer = OutsideTool.Run(
            "openssl", "cms", "-verify", "-cades", "-binary", "-inform", "DER", "-in", _folder.Write("cms", bytes.Cms), "-content", _folder.Write("content", bytes.Content),
            "-CAfile", _folder.Write("root.pem", Encoding.ASCII.GetBytes(_signatory.RootPem)), "-purpose", "any", "-no_check_time", "-out", "/dev/null");

        Assert.True(answer.ExitCode == 0, answer.Output);
        var printed = OutsideTool.Run("openssl", "cms", "-cmsout", "-print", "-inform", "DER", "-in", _folder["cms"]).Output;
        Assert.Contains("signingCertificateV2", printed, StringComparison.Ordinal);
        Assert.DoesNotContain("signingTime", printed, StringComparison.Ordinal);
    }

    [FactNeeding("openssl", "pdfsig")]
    public async Task A_timestamp_proves_when()
    {
        using var authority = new OpensslTimestamps();
        using var http = new HttpClient(authority, disposeHandler: false);

        var pdf = await _signatory.SignAsync(Paper, timestamps: new TimestampAuthority(http, new Uri("http://timestamps.invalid/")));

        var roots = _signatory.Roots;
        roots.ImportFromPem(authority.RootPem);
        var report = PdfVerifier.Verify(pdf, roots, Signatory.Now);
        Assert.Equal(Verdict.Valid, report.Verdict);
        Assert.NotNull(report.Signatures[0].StampedAt);
        Assert.Contains(", có dấu thời gian", report.Vi, StringComparison.Ordinal);
        Assert.True(authority.Accepts(OnlySignature(pdf).Cms));
        AcceptedByOthers(pdf, signatures: 1);
    }

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
        OutsideTool.Run("qpdf", [.. options, _folder.Write("paper.pdf", Paper), _folder["other.pdf"]]);

        var pdf = await _signatory.SealAsync(await _signatory.SignAsync(File.ReadAllBytes(_folder["other.pdf"])));

        Assert.Equal(Verdict.Valid, _signatory.Verify(pdf).Verdict);
        AcceptedByOthers(pdf, signatures: 2);
    }

    [FactNeeding("gs", "pdfsig", "qpdf")]
    public async Task A_file_as_Ghostscript_writes_it_can_be_signed()
    {
        OutsideTool.Run("gs", "-q", "-dNOPAUSE", "-dBATCH", "-sDEVICE=pdfwrite", $"-sOutputFile={_folder["other.pdf"]}", _folder.Write("paper.pdf", Paper));

        var pdf = await _signatory.SealAsync(await _signatory.SignAsync(File.ReadAllBytes(_folder["other.pdf"])));

        AcceptedByOthers(pdf, signatures: 2);
    }

    [FactNeeding("chromium", "pdfsig", "qpdf")]
    public async Task A_file_as_Chromium_prints_it_can_be_signed()
    {
        var page = _folder.Write("page.html", "<h1>Quyết định</h1><p>Ủy ban nhân dân phường</p>"u8.ToArray());
        OutsideTool.Run(
            "chromium", "--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run",
            $"--user-data-dir={_folder["profile"]}", "--no-pdf-header-footer", $"--print-to-pdf={_folder["other.pdf"]}", $"file://{page}");

        var pdf = await _signatory.SealAsync(await _signatory.SignAsync(File.ReadAllBytes(_folder["other.pdf"])));

        AcceptedByOthers(pdf, signatures: 2);
    }

    [Fact]
    public async Task A_hybrid_file_can_be_signed()
    {
        var pdf = await _signatory.SignAsync(Hybrid());

        Assert.Equal(Verdict.Valid, _signatory.Verify(pdf).Verdict);
    }

    [FactNeeding("qpdf")]
    public void An_encrypted_file_is_refused()
    {
        OutsideTool.Run("qpdf", "--encrypt", "", "owner", "256", "--", _folder.Write("paper.pdf", Paper), _folder["locked.pdf"]);

        Assert.Equal("pdf-encrypted", Signatory.Objection(File.ReadAllBytes(_folder["locked.pdf"]))?.Code);
    }

    [Fact]
    public void A_file_certified_as_final_is_refused()
    {
        var pdf = Encoding.Latin1.GetString(Paper).Replace(
            "/Type/Catalog", "/Type/Catalog/Perms<</DocMDP<</Reference[<</TransformParams<</P 1>>>>]>>>>", StringComparison.Ordinal);
        var moved = int.Parse(pdf[(pdf.LastIndexOf("startxref", StringComparison.Ordinal) + 10)..].Split('\n')[0], System.Globalization.CultureInfo.InvariantCulture);
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

    [Fact]
    public void The_same_file_prepared_twice_is_the_same_bytes()
    {
        byte[] Digest() => PdfSigning.Prepare(Paper, new SignatureRequest("NguoiKy", "A", "B", Signatory.Now, new PersonLook("A"))).Value.Digest();

        Assert.Equal(Digest(), Digest());
    }

    [Fact]
    public void Key_files_can_be_read_by_nobody_else()
    {
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(_signatory.Keys.PathOf("person-1", "000001")));
        }
    }

    [Fact]
    public async Task A_rotated_key_keeps_its_older_version()
    {
        var next = _signatory.Keys.Rotate("person-1");

        Assert.Equal("000002", (await _signatory.Keys.FindAsync("person-1", null, default))?.Version);
        Assert.Equal(_signatory.Person.Key.PublicKey.ToArray(), (await _signatory.Keys.FindAsync("person-1", "000001", default))?.PublicKey.ToArray());
        Assert.NotEqual(next.PublicKey.ToArray(), _signatory.Person.Key.PublicKey.ToArray());
    }

    [FactNeeding("pdfsig", "qpdf")]
    public async Task Material_for_the_long_term_leaves_the_signatures_valid()
    {
        var signed = await _signatory.SealAsync(await _signatory.SignAsync(Paper));
        var material = new LongTermMaterial([.. _signatory.Person.Chain.Select(certificate => certificate.RawData)], [_signatory.RevocationList()], []);

        var kept = PdfLongTerm.Append(signed, material).Value;

        var report = _signatory.Verify(kept);
        Assert.Equal(Verdict.Valid, report.Verdict);
        Assert.Equal([new Change(ChangeKind.ValidationData, "DSS")], report.Signatures[1].Changes);
        AcceptedByOthers(kept, signatures: 2);
        Assert.Equal(Verdict.Valid, _signatory.Verify(PdfLongTerm.Append(kept, material).Value).Verdict);
    }

    [FactNeeding("pdftotext", "pdfsig", "qpdf")]
    public async Task A_certified_copy_says_so_on_its_first_page_and_is_signed_by_person_and_agency()
    {
        var copy = await new CertifiedCopies(new PdfSigner(_signatory.Keys)).CertifyAsync(Paper, _signatory.Person, _signatory.Seal, "0451/SCT-BS", Signatory.Now, default);

        var text = OutsideTool.Run("pdftotext", _folder.Write("copy.pdf", copy.Value), "-").Output;
        Assert.Contains("Bản sao điện tử đúng với bản chính", text, StringComparison.Ordinal);
        Assert.Contains("Số chứng thực: 0451/SCT-BS", text, StringComparison.Ordinal);
        Assert.Contains("20/11/2026 09:05:00 +07:00", text, StringComparison.Ordinal);
        Assert.Equal(Verdict.Valid, _signatory.Verify(copy.Value).Verdict);
        AcceptedByOthers(copy.Value, signatures: 2);
    }

    [FactNeeding("openssl")]
    public async Task A_certificate_request_is_what_an_authority_expects()
    {
        var name = new System.Security.Cryptography.X509Certificates.X500DistinguishedName($"CN={Signatory.Agency}, C=VN");

        var pem = await new CertificateRequests(_signatory.Keys).MakeAsync(_signatory.Seal.Key, name, default);

        var answer = OutsideTool.Run("openssl", "req", "-verify", "-noout", "-subject", "-nameopt", "utf8", "-in", _folder.Write("seal.csr", Encoding.ASCII.GetBytes(pem)));
        Assert.Contains("verify OK", answer.Output, StringComparison.Ordinal);
        Assert.Contains(Signatory.Agency, answer.Output, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        _signatory.Dispose();
        _folder.Dispose();
    }

    private void AcceptedByOthers(byte[] pdf, int signatures)
    {
        var path = _folder.Write("accepted.pdf", pdf);
        var check = OutsideTool.Run("qpdf", "--check", path);
        Assert.True(check.ExitCode == 0, check.Output);
        var answer = OutsideTool.Run("pdfsig", "-nocert", path).Output;
        Assert.Equal(signatures, answer.Split("Signature is Valid").Length - 1);
        Assert.DoesNotContain("Invalid", answer, StringComparison.Ordinal);
    }

    private static SignedBytes OnlySignature(byte[] pdf)
    {
        var file = new PdfFile(pdf);
        return SignedBytes.Read(file, SignatureField.All(file).Single(field => field.IsSigned))!;
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
        body.Append(System.Globalization.CultureInfo.InvariantCulture, $"5 0 obj\n<</Type/XRef/Size 6/W[1 2 1]/Index[4 1]/Length 4>>\nstream\n{row}\nendstream\nendobj\n");
        var table = body.Length;
        body.Append("xref\n0 5\n0000000000 65535 f \n");
        offsets.Take(3).ToList().ForEach(offset => body.Append(System.Globalization.CultureInfo.InvariantCulture, $"{offset:D10} 00000 n \n"));
        body.Append(System.Globalization.CultureInfo.InvariantCulture, $"0000000000 00000 f \ntrailer\n<</Size 6/Root 1 0 R/XRefStm {stream}>>\nstartxref\n{table}\n%%EOF\n");
        return Encoding.Latin1.GetBytes(body.ToString());
    }
}
