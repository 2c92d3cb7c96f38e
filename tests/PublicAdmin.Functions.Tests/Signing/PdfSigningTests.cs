using System.Text;
using PublicAdmin.Pdf.Reading;
using PublicAdmin.Results.Copies;
using PublicAdmin.Signing;
using PublicAdmin.Signing.Pdf;
using PublicAdmin.Signing.Verification;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Signing;

/// <summary>A person signs, an agency seals, and software nobody here wrote agrees.</summary>
public sealed class PdfSigningTests : SigningOnPaper
{
    [Fact]
    public async Task A_person_signs_and_then_the_agency_seals()
    {
        var pdf = await Signatory.SealAsync(await Signatory.SignAsync(Paper));

        var report = Signatory.Verify(pdf);

        Assert.Equal(Verdict.Valid, report.Verdict);
        Assert.Equal([Signatory.Leader, Signatory.Agency], report.Signatures.Select(signature => signature.Signer));
        Assert.Equal(Signatory.Now, report.Signatures[0].ClaimedAt);
        Assert.False(report.Signatures[0].CoversWholeFile);
        Assert.True(report.Signatures[1].CoversWholeFile);
        Assert.Equal([new Change(UpdateKind.SignatureMade, "CoQuan")], report.Signatures[0].Changes);
    }

    [Fact]
    public async Task A_second_signature_leaves_every_byte_of_the_first_as_it_was()
    {
        var signed = await Signatory.SignAsync(Paper);

        var both = await Signatory.SealAsync(signed);

        Assert.Equal(signed, both[..signed.Length]);
    }

    [TheoryNeeding("pdfsig", "qpdf")]
    [InlineData(0)]
    [InlineData(2048)]
    [InlineData(3072)]
    public async Task Software_nobody_here_wrote_accepts_every_kind_of_key(int rsa)
    {
        var pdf = await Signatory.SealAsync(await Signatory.SignAsync(Paper, rsa == 0 ? null : Signatory.WithRsa(rsa)));

        AcceptedByOthers(pdf, signatures: 2);
    }

    [FactNeeding("pdfsig", "certutil")]
    public async Task The_chain_leads_to_its_root()
    {
        Directory.CreateDirectory(Folder["nss"]);
        OutsideTool.Run("certutil", "-N", "-d", Folder["nss"], "--empty-password");
        OutsideTool.Run(
            "certutil", "-A", "-d", Folder["nss"], "-n", "root", "-t", "CT,C,C", "-a", "-i",
            Folder.Write("root.pem", Encoding.ASCII.GetBytes(Signatory.RootPem)));

        var answer = OutsideTool.Run("pdfsig", "-nssdir", Folder["nss"], Folder.Write("signed.pdf", await Signatory.SignAsync(Paper))).Output;

        Assert.Contains("Signature is Valid", answer, StringComparison.Ordinal);
        Assert.Contains("Certificate is Trusted", answer, StringComparison.Ordinal);
        Assert.Contains(Signatory.Leader, answer, StringComparison.Ordinal);
        Assert.Contains("Total document signed", answer, StringComparison.Ordinal);
    }

    [FactNeeding("openssl")]
    public async Task The_CMS_is_CAdES_without_a_signing_time()
    {
        var pdf = await Signatory.SignAsync(Paper);
        var bytes = OnlySignature(pdf);

        var answer = OutsideTool.Run(
            "openssl", "cms", "-verify", "-cades", "-binary", "-inform", "DER", "-in", Folder.Write("cms", bytes.Cms), "-content",
            Folder.Write("content", [.. bytes.Before.Span, .. bytes.Behind.Span]),
            "-CAfile", Folder.Write("root.pem", Encoding.ASCII.GetBytes(Signatory.RootPem)), "-purpose", "any", "-no_check_time", "-out", "/dev/null");

        Assert.True(answer.ExitCode == 0, answer.Output);
        var printed = OutsideTool.Run("openssl", "cms", "-cmsout", "-print", "-inform", "DER", "-in", Folder["cms"]).Output;
        Assert.Contains("signingCertificateV2", printed, StringComparison.Ordinal);
        Assert.DoesNotContain("signingTime", printed, StringComparison.Ordinal);
    }

    [FactNeeding("openssl", "pdfsig")]
    public async Task A_timestamp_proves_when()
    {
        using var authority = new OpensslTimestamps();
        using var http = new HttpClient(authority, disposeHandler: false);

        var pdf = await Signatory.SignAsync(Paper, timestamps: new TimestampAuthority(http, new Uri("http://timestamps.invalid/")));

        var roots = Signatory.Roots;
        roots.ImportFromPem(authority.RootPem);
        var report = PdfVerifier.Verify(pdf, roots, Signatory.Now);
        Assert.Equal(Verdict.Valid, report.Verdict);
        Assert.NotNull(report.Signatures[0].StampedAt);
        Assert.Contains(", có dấu thời gian", report.Vi, StringComparison.Ordinal);
        Assert.True(authority.Accepts(OnlySignature(pdf).Cms));
        AcceptedByOthers(pdf, signatures: 1);
    }

    [Fact]
    public void The_same_file_prepared_twice_is_the_same_bytes()
    {
        byte[] Digest() => PdfSigning.Prepare(Paper, new SignatureRequest("NguoiKy", "A", "B", Signatory.Now, new PersonLook("A"))).Value.Digest();

        Assert.Equal(Digest(), Digest());
    }

    [FactNeeding("pdfsig", "qpdf")]
    public async Task Material_for_the_long_term_leaves_the_signatures_valid()
    {
        var signed = await Signatory.SealAsync(await Signatory.SignAsync(Paper));
        var material = new LongTermMaterial([.. Signatory.Person.Chain.Select(certificate => certificate.RawData)], [Signatory.RevocationList()], []);

        var kept = PdfLongTerm.Append(signed, material).Value;

        var report = Signatory.Verify(kept);
        Assert.Equal(Verdict.Valid, report.Verdict);
        Assert.Equal([new Change(UpdateKind.ValidationData, "DSS")], report.Signatures[1].Changes);
        AcceptedByOthers(kept, signatures: 2);
        Assert.Equal(Verdict.Valid, Signatory.Verify(PdfLongTerm.Append(kept, material).Value).Verdict);
    }

    [FactNeeding("pdftotext", "pdfsig", "qpdf")]
    public async Task A_certified_copy_says_so_on_its_first_page_and_is_signed_by_person_and_agency()
    {
        var copy = await CertifiedCopies.CertifyAsync(
            new PdfSigner(Signatory.Keys), Paper, Signatory.Person, Signatory.Seal, "0451/SCT-BS", Signatory.Now, default);

        var text = OutsideTool.Run("pdftotext", Folder.Write("copy.pdf", copy.Value), "-").Output;
        Assert.Contains("Bản sao điện tử đúng với bản chính", text, StringComparison.Ordinal);
        Assert.Contains("Số chứng thực: 0451/SCT-BS", text, StringComparison.Ordinal);
        Assert.Contains("20/11/2026 09:05:00 +07:00", text, StringComparison.Ordinal);
        Assert.Equal(Verdict.Valid, Signatory.Verify(copy.Value).Verdict);
        AcceptedByOthers(copy.Value, signatures: 2);
    }

    private static SignedBytes OnlySignature(byte[] pdf)
    {
        var file = new PdfFile(pdf);
        return SignedBytes.Read(file, SignatureField.All(file).Single(field => field.IsSigned))!;
    }
}
