using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using PublicAdmin.Dossiers;
using PublicAdmin.Dossiers.Rows;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Messages;
using PublicAdmin.Processing.Deciding;
using PublicAdmin.Results;
using PublicAdmin.Signing;
using PublicAdmin.Signing.Certificates;
using PublicAdmin.Signing.Verification;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Signing;

public class ResultJourneyTests
{
    private const string Place = "muong-ang";

    [Fact]
    public async Task A_result_is_signed_numbered_sealed_and_shown_once_it_is_returned()
    {
        await using var office = await Office.OpenAsync(at: "2026-11-20T02:00Z");
        var code = await IssueAsync(office);

        var hidden = await office.As("mai").GetAsync($"/api/dossiers/{code}/result").ProblemAsync(HttpStatusCode.NotFound);
        await office.PayWhatIsLeftAsync(Place, code);
        await office.As($"clerk-{Place}").ActAsync(code, "return", new ReturnForm());
        var pdf = await PdfAsync(office.As("mai"), $"/api/dossiers/{code}/result");
        var report = await CheckAsync(office, pdf);

        Assert.Equal("result-not-returned", hidden.Code);
        Assert.Equal(Verdict.Valid, report.Report.Verdict);
        Assert.Equal(["Lường Văn Thành", "Ủy ban nhân dân xã Mường Ảng"], report.Report.Signatures.Select(signature => signature.Signer));
        Assert.Contains(
            report.Report.Signatures[0].Changes,
            change => change == new Change(PublicAdmin.Signing.Verification.UpdateKind.Filled, "SoKyHieu: Số: 12/GXN-UBND"));
        Assert.Null(report.Withdrawn);
    }

    [Fact]
    public async Task Nothing_is_returned_before_it_is_sealed()
    {
        await using var office = await Office.OpenAsync(at: "2026-11-20T02:00Z");
        var code = await ApproveAsync(office);
        await office.As($"registrar-{Place}").ActAsync(code, "issue", new IssueForm("12/GXN-UBND"));
        await office.PayWhatIsLeftAsync(Place, code);
        var clerk = office.As($"clerk-{Place}");

        var refused = await clerk.SendActAsync(code, "return", new ReturnForm(), key: "return-1");
        await office.DeliverMessagesAsync();
        var returned = await clerk.SendActAsync(code, "return", new ReturnForm(), key: "return-1");

        Assert.Equal("dossier-result-not-sealed", (await Task.FromResult(refused).ProblemAsync(HttpStatusCode.Conflict)).Code);
        Assert.Equal(HttpStatusCode.OK, returned.StatusCode);
        Assert.Equal(Phase.Returned, (await office.As("mai").ReadDossierAsync(code)).Phase);
    }

    [Fact]
    public async Task Who_would_rather_wait_than_come_again_is_answered_when_the_result_is_sealed()
    {
        await using var office = await Office.OpenAsync(at: "2026-11-20T02:00Z");
        var code = await ApproveAsync(office);
        await office.As($"registrar-{Place}").ActAsync(code, "issue", new IssueForm("12/GXN-UBND"));
        var clerk = office.As($"clerk-{Place}");
        await office.PayWhatIsLeftAsync(Place, code);
        clerk.DefaultRequestHeaders.Add("Prefer", "respond-async, wait=9");

        var returning = clerk.SendActAsync(code, "return", new ReturnForm());
        await office.DeliverMessagesAsync();

        Assert.Equal(HttpStatusCode.OK, (await returning).StatusCode);
    }

    [Theory]
    [InlineData("wait=0")]
    [InlineData("wait=-5")]
    [InlineData("wait=soon")]
    [InlineData("return=minimal")]
    public async Task A_preference_that_says_nothing_of_waiting_is_not_waited_for(string preference)
    {
        await using var office = await Office.OpenAsync(at: "2026-11-20T02:00Z");
        var code = await ApproveAsync(office);
        await office.As($"registrar-{Place}").ActAsync(code, "issue", new IssueForm("12/GXN-UBND"));
        var clerk = office.As($"clerk-{Place}");
        await office.PayWhatIsLeftAsync(Place, code);
        clerk.DefaultRequestHeaders.Add("Prefer", preference);

        Assert.Equal("dossier-result-not-sealed", (await clerk.SendActAsync(code, "return", new ReturnForm()).ProblemAsync(HttpStatusCode.Conflict)).Code);
    }

    [Fact]
    public async Task A_message_delivered_again_signs_nothing_again()
    {
        await using var office = await Office.OpenAsync(at: "2026-11-20T02:00Z");
        var code = await IssueAsync(office);
        var first = await PdfAsync(office.As($"clerk-{Place}"), $"/api/dossiers/{code}/result");

        var outcome = await office.The<ResultSigning>().SignAsync(new ResultToSign(code), default);

        Assert.Equal(Outcome.Done, outcome);
        Assert.Equal(first, await PdfAsync(office.As($"clerk-{Place}"), $"/api/dossiers/{code}/result"));
    }

    [Fact]
    public async Task A_vault_that_throttles_puts_the_work_off()
    {
        await using var office = await Office.OpenAsync(at: "2026-11-20T02:00Z");
        var code = await ApproveAsync(office);
        var records = new WrittenRecords<ResultSigning>();
        var signing = new ResultSigning(
            office.The<DossierStore>(), office.The<ResultPrinter>(), office.The<PaperSigners>(), office.The<SignedResults>(),
            new PaperSigner(
                office.The<SigningCertificates>(), office.The<SignaturePictures>(), new PdfSigner(new BusyKeys()), office.The<LongTermProofs>(), office.Clock),
            office.The<PublicAdmin.Results.Elsewhere.IssuedElsewhere>(), records);

        Assert.Equal(Outcome.Later(TimeSpan.FromSeconds(7)), await signing.SignAsync(new ResultToSign(code), default));
        Assert.Equal(["SigningPutOff"], records.Names);
        await office.DeliverMessagesAsync();
        Assert.Equal(Outcome.Done, await signing.SignAsync(new ResultToSign(code), default));
    }

    [Fact]
    public async Task The_QR_code_tells_whether_the_result_holds()
    {
        await using var office = await Office.OpenAsync(at: "2026-11-20T02:00Z");
        var code = await IssueAsync(office);
        var token = await TokenAsync(office, code);

        var before = await FindAsync(office, token);
        var revoked = await office.As($"leader-{Place}").SendActAsync(code, "result-revocation", new RevocationForm("Sai ngày sinh."));
        var after = await FindAsync(office, token);
        var again = await office.As($"leader-{Place}").SendActAsync(code, "result-revocation", new RevocationForm("Sai ngày sinh."));

        Assert.Equal((PaperState.Issued, "12/GXN-UBND"), (before.State, before.Number));
        Assert.Equal(HttpStatusCode.OK, revoked.StatusCode);
        Assert.Equal(PaperState.Revoked, after.State);
        Assert.Equal("result-already-revoked", (await Task.FromResult(again).ProblemAsync(HttpStatusCode.Conflict)).Code);
    }

    [Fact]
    public async Task A_QR_code_somebody_else_made_is_not_ours()
    {
        await using var office = await Office.OpenAsync(at: "2026-11-20T02:00Z");
        var token = await TokenAsync(office, await ApproveAsync(office));

        Assert.Equal(PaperState.NotIssued, (await FindAsync(office, token)).State);
        Assert.Equal(PaperState.NotOurs, (await FindAsync(office, (token[0] == 'e' ? 'f' : 'e') + token[1..])).State);
        Assert.Equal(PaperState.NotOurs, (await FindAsync(office, token[..^2])).State);
        Assert.Equal(PaperState.NotOurs, (await FindAsync(office, "abc")).State);
    }

    [Fact]
    public async Task The_published_key_checks_a_QR_code_without_us()
    {
        await using var office = await Office.OpenAsync(at: "2026-11-20T02:00Z");
        var token = (await TokenAsync(office, await ApproveAsync(office))).Split('.');

        var key = JsonSerializer.Deserialize<VerificationKey>(await office.Http.GetStringAsync("/api/verification-key"), OfficeJson.Stored)!;

        using var ecdsa = System.Security.Cryptography.ECDsa.Create();
        ecdsa.ImportFromPem(key.Pem);
        Assert.True(ecdsa.VerifyData(
            System.Buffers.Text.Base64Url.DecodeFromChars(token[0]), System.Buffers.Text.Base64Url.DecodeFromChars(token[1]),
            System.Security.Cryptography.HashAlgorithmName.SHA256));
    }

    [Fact]
    public async Task Forms_are_signed_and_sealed_once_and_those_a_dossier_does_not_have_are_refused()
    {
        await using var office = await Office.OpenAsync(at: "2026-11-20T02:00Z");
        var code = await IssueAsync(office);
        var mai = office.As("mai");

        var receipt = await PdfAsync(mai, $"/api/dossiers/{code}/forms/01");

        Assert.Equal(receipt, await PdfAsync(mai, $"/api/dossiers/{code}/forms/01"));
        Assert.Equal(Verdict.Valid, (await CheckAsync(office, receipt)).Report.Verdict);
        Assert.Equal(Verdict.NotSigned, (await CheckAsync(office, await PdfAsync(mai, $"/api/dossiers/{code}/forms/06"))).Report.Verdict);
        Assert.Equal("form-none", (await mai.GetAsync($"/api/dossiers/{code}/forms/05").ProblemAsync(HttpStatusCode.NotFound)).Code);
        Assert.Equal("form-none", (await mai.GetAsync($"/api/dossiers/{code}/forms/99").ProblemAsync(HttpStatusCode.NotFound)).Code);
    }

    [Fact]
    public async Task Anything_can_be_handed_in_to_be_checked()
    {
        await using var office = await Office.OpenAsync(at: "2026-11-20T02:00Z");

        Assert.Equal(Verdict.Unreadable, (await CheckAsync(office, "hello"u8.ToArray())).Report.Verdict);
        Assert.Equal(Verdict.Unreadable, (await CheckAsync(office, [])).Report.Verdict);
    }

    private static async Task<DossierCode> ApproveAsync(Office office, string? content = null)
    {
        var mai = office.As("mai");
        var receipt = await mai.FileAsync(Filings.MaritalStatus(office.OfficeOf($"clerk-{Place}")));
        await office.As($"clerk-{Place}").ActAsync(receipt.Code, "acceptance");
        var officer = office.As($"officer-{Place}");
        await officer.ActAsync(receipt.Code, "taking");
        await officer.ActAsync(
            receipt.Code, "proposal",
            new ProposalForm(
                Decision.Grant, "Đủ điều kiện.",
                content ?? JsonSerializer.Serialize<PublicAdmin.Forms.Results.ResultContent>(Forms.SamplePapers.Marital, OfficeJson.Stored)));
        var leader = office.As($"leader-{Place}");
        await leader.ActAsync(receipt.Code, "approval", new ApprovalForm((await leader.ReadDossierAsync(receipt.Code)).Proposal!.Hash));
        return receipt.Code;
    }

    private static async Task<DossierCode> IssueAsync(Office office)
    {
        var code = await ApproveAsync(office);
        await office.As($"registrar-{Place}").ActAsync(code, "issue", new IssueForm("12/GXN-UBND"));
        await office.DeliverMessagesAsync();
        return code;
    }

    private static async Task<string> TokenAsync(Office office, DossierCode code) =>
        await office.The<QrTokens>().MakeAsync((await office.The<DossierStore>().FindAsync(code, default))!.Dossier, isResult: true, default);

    private static async Task<TokenFindings> FindAsync(Office office, string token) =>
        JsonSerializer.Deserialize<TokenFindings>(await office.Http.GetStringAsync($"/api/verification/{token}"), OfficeJson.Stored)!;

    private static async Task<byte[]> PdfAsync(HttpClient http, string address)
    {
        var answer = await http.GetAsync(address);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        Assert.Equal("application/pdf", answer.Content.Headers.ContentType?.MediaType);
        return await answer.Content.ReadAsByteArrayAsync();
    }

    private static async Task<PdfFindings> CheckAsync(Office office, byte[] pdf)
    {
        using var body = new ByteArrayContent(pdf);
        body.Headers.ContentType = new MediaTypeHeaderValue("application/pdf");
        var answer = await office.Http.PostAsync("/api/verification", body);
        return await Counter.ReadAsync<PdfFindings>(answer, HttpStatusCode.OK);
    }

    /// <summary>What Key Vault does beyond its limit.</summary>
    private sealed class BusyKeys : ISigningKeys
    {
        public Task<SigningKey?> FindAsync(string name, string? version, CancellationToken ct) => throw new SigningKeysBusyException(TimeSpan.FromSeconds(7));

        public Task<byte[]> SignAsync(SigningKey key, ReadOnlyMemory<byte> sha256, CancellationToken ct) =>
            throw new SigningKeysBusyException(TimeSpan.FromSeconds(7));
    }
}
