using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using PublicAdmin.Results;
using PublicAdmin.Signing;
using PublicAdmin.Signing.Cms;
using PublicAdmin.Signing.Pdf;
using PublicAdmin.Signing.Verification;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Attack;

/// <summary>Small files that mean much work: whoever sends one learns that it cannot be checked here, and the office has lost nothing.</summary>
public sealed class CostlyPdfTests
{
    private const int Catalog = 1;

    public static TheoryData<string> Hostile => ["values", "unpacked", "signatures", "hashes", "company"];

    [Theory]
    [MemberData(nameof(Hostile))]
    public async Task What_asks_for_too_much_is_too_large_to_be_checked_here(string kind)
    {
        await using var office = await Office.OpenAsync();
        using var body = new ByteArrayContent(FileOf(kind)) { Headers = { { "Content-Type", "application/pdf" } } };

        var findings = await Counter.ReadAsync<PdfFindings>(await office.Http.PostAsync("/api/verification", body), HttpStatusCode.OK);

        Assert.Equal(Verdict.Uncheckable, findings.Report.Verdict);
        Assert.Equal("Tệp quá lớn hoặc có quá nhiều thành phần, không thể kiểm tra tại đây.", findings.Sentence.Vi);
    }

    [Fact]
    public async Task A_paper_that_asks_for_too_much_is_refused_by_the_check_of_uploads()
    {
        await using var office = await Office.OpenAsync();
        using var mai = office.As("mai");
        var id = await mai.SendFileAsync(FileOf("packed"));

        await office.DeliverMessagesAsync();

        var check = (await (await mai.GetAsync($"/api/uploads/{id}")).ReadAsync()).GetProperty("check");
        Assert.Equal(
            ("refused", "too-complex"),
            (check.GetProperty("state").GetString(), check.GetProperty("findings").GetProperty("findings")[0].GetProperty("code").GetString()));
    }

    [Fact]
    public void When_the_time_for_a_file_is_up_it_is_too_large_and_who_went_away_is_told_nothing()
    {
        var (pdf, gone) = (SampleScans.Pdf(), new CancellationToken(canceled: true));

        Assert.Equal(Verdicts.TooLarge, Look(new CheckingTime(TimeSpan.Zero, default)));
        Assert.Equal(Verdict.NotSigned, Look(CheckingTime.OfOneFile()).Verdict);
        Assert.Throws<OperationCanceledException>(() => Look(CheckingTime.OfOneFile(gone)));
        Assert.Equal(TimeSpan.FromSeconds(5), CheckingTime.Longest);

        VerificationReport Look(CheckingTime time) =>
            PdfVerifier.Verify(pdf, new Trust([], PurposeRules.Shipped), DateTimeOffset.UnixEpoch, StatusMaterial.None, time);
    }

    [Fact]
    public void Every_look_at_one_file_takes_from_the_same_time()
    {
        var time = new CheckingTime(TimeSpan.FromMilliseconds(1), default);

        var since = Stopwatch.StartNew();
        time.Spend(_ => SpinWait.SpinUntil(() => since.ElapsedMilliseconds > 1, Timeout.Infinite), tooLong: false); // All there is.

        Assert.Equal("too long", time.Spend(ct => ct.IsCancellationRequested ? throw new OperationCanceledException(ct) : "looked", tooLong: "too long"));
    }

    private static byte[] FileOf(string kind) => kind switch
    {
        "values" => SampleScans.PdfOf(
            [(Catalog, $"<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [{string.Concat(Enumerable.Repeat("1 ", 2_500_000))}] >> >>"), .. Pages()]),
        "unpacked" => WithStream("", new byte[80 * 1024 * 1024]),
        "packed" => WithStream("/Type /ObjStm /N 1 /First 4", [.. "9 0 "u8, .. new byte[80 * 1024 * 1024]]),
        "signatures" => SampleScans.PdfOf([(Catalog, $"<< /Type /Catalog /Pages 2 0 R /AcroForm << /SigFlags 3 /Fields [{Fields(101)}] >> >>"), .. Pages()]),
        "hashes" => SampleScans.PdfOf(
            [(Catalog, $"<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [{Fields(90)}] >> /X ({new string('x', 14_000_000)}) >>"), .. Pages()]),
        _ => InLargeCompany(),
    };

    private static IEnumerable<(int, string)> Pages() =>
        [(2, "<< /Type /Pages /Kids [3 0 R] /Count 1 >>"), (3, "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>")];

    // Each says of itself that it covers nearly all of the file.
    private static string Fields(int count) => string.Concat(Enumerable.Range(0, count).Select(n => string.Create(
        CultureInfo.InvariantCulture,
        $"<< /FT /Sig /T (s{n}) /V << /Type /Sig /SubFilter /ETSI.CAdES.detached /ByteRange [0 100 200 13999000] /Contents <00> >> >> ")));

    private static byte[] WithStream(string entries, byte[] bytes)
    {
        var packed = Encoding.Latin1.GetString(SampleScans.Deflate(bytes));
        return SampleScans.PdfOf(
        [
            (Catalog, "<< /Type /Catalog /Pages 2 0 R /DSS << /Certs [4 0 R] >> >>"), .. Pages(),
            (4, $"<< {entries} /Filter /FlateDecode /Length {packed.Length} >>\nstream\n{packed}\nendstream")
        ]);
    }

    // Valid in itself, and in the company of a hundred certificates that all might have issued each other.
    private static byte[] InLargeCompany()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=Ai đó", key, HashAlgorithmName.SHA256);
        var chain = Enumerable.Range(0, 100)
            .Select(_ => request.CreateSelfSigned(new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero), new(2028, 1, 1, 0, 0, 0, TimeSpan.Zero))).ToList();
        var prepared = PdfSigning.Prepare(
            SampleScans.Pdf(), new SignatureRequest("s", "Ai đó", "Thử", new(2026, 11, 20, 9, 0, 0, TimeSpan.FromHours(7))) { Reserved = 128 * 1024 }).Value;
        var attributes = CmsAttributes.Signed(prepared.Digest(), chain[0]);
        var signature = key.SignData(attributes, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        return prepared.Seal(CmsSignature.Assemble(attributes, signature, SigningAlgorithm.ES256, chain, timestamp: null));
    }
}
