using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using PublicAdmin.Dossiers;
using PublicAdmin.Processing.Deciding;
using PublicAdmin.Results;
using PublicAdmin.Results.Elsewhere;
using PublicAdmin.Signing.Verification;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Results;

/// <summary>A result that was made elsewhere is taken in as what it is, and no paper of ours pretends to be it.</summary>
public class ElsewhereResultTests
{
    private const string Place = "muong-ang";

    [FactNeeding("pdftotext", "pdfsig")]
    public async Task A_scanned_certificate_goes_out_as_a_scan_the_agency_vouches_for_with_its_own_number()
    {
        await using var office = await Office.OpenAsync(at: "2026-11-20T02:00Z");
        var code = await TakeAsync(office);
        var sent = await SendAsync(office, code, SampleScans.Jpeg());

        await office.As($"officer-{Place}").ActAsync(code, "proposal", Certificate(sent.Sha256));
        await ApproveAndIssueAsync(office, code);
        await office.As($"clerk-{Place}").ActAsync(code, "return", new ReturnForm());
        await office.DeliverMessagesAsync();

        var mine = await office.As("mai").ReadDossierAsync(code);
        Assert.Equal(("CS 04521", new DateOnly(2026, 11, 18), ResultEvidence.Scan), (mine.Result!.Number, mine.Result.Date, mine.Result.Elsewhere!.Evidence));
        var pdf = await office.As("mai").GetByteArrayAsync($"/api/dossiers/{code}/result");
        var text = PaperText.Of(pdf);
        Assert.Contains("Bản quét kết quả giấy", text, StringComparison.Ordinal);
        Assert.Contains("Số CS 04521 ngày 18/11/2026", text, StringComparison.Ordinal);
        Assert.DoesNotContain("KẾT QUẢ GIẢI QUYẾT THỦ TỤC", text, StringComparison.Ordinal);
        Assert.Equal(Verdict.Valid, (await CheckAsync(office, pdf)).Report.Verdict);
        var kept = (await office.As("mai").GetFromJsonAsync<JsonElement>("/api/wallet")).GetProperty("items").EnumerateArray()
            .Single(item => item.GetProperty("from").GetString() == code.ToString());
        Assert.Equal("Giấy chứng nhận quyền sử dụng đất CS 04521", kept.GetProperty("name").GetString());
    }

    [FactNeeding("pdfsig")]
    public async Task A_paper_others_signed_goes_out_to_the_byte_and_whoever_checks_it_learns_when_it_holds_no_longer()
    {
        await using var office = await Office.OpenAsync(at: "2026-11-20T02:00Z");
        var signed = await SignedElsewhereAsync(office);
        var code = await TakeAsync(office);
        var sent = await SendAsync(office, code, signed);
        Assert.Equal((ResultEvidence.Proven, Uploads.Sha256(signed)), (sent.Evidence, sent.Sha256));

        await office.As($"officer-{Place}").ActAsync(code, "proposal", Certificate(sent.Sha256));
        await ApproveAndIssueAsync(office, code);
        await office.As($"clerk-{Place}").ActAsync(code, "return", new ReturnForm());
        var given = await office.As("mai").GetByteArrayAsync($"/api/dossiers/{code}/result");
        await office.As($"leader-{Place}").ActAsync(code, "result-revocation", new RevocationForm("Cấp nhầm thửa"));

        Assert.Equal(signed, given);
        Assert.Equal("Kết quả này đã bị thu hồi ngày 20/11/2026; không còn giá trị sử dụng.", (await CheckAsync(office, given)).Sentence.Vi);
    }

    [Fact]
    public async Task What_a_certificate_nobody_knows_has_signed_is_taken_and_said_to_be_unproven()
    {
        byte[] signed;
        await using (var other = await Office.OpenAsync(at: "2026-11-20T02:00Z"))
        {
            signed = await SignedElsewhereAsync(other); // Its authority is another one.
        }

        await using var office = await Office.OpenAsync(at: "2026-11-20T02:00Z");
        var code = await TakeAsync(office);

        var sent = await SendAsync(office, code, signed);
        var proposed = await office.As($"officer-{Place}").ActAsync(code, "proposal", Certificate(sent.Sha256));

        Assert.Equal(ResultEvidence.Unproven, sent.Evidence);
        Assert.Contains("chưa xác minh được chứng thư", proposed.Proposal!.Content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_signed_paper_that_was_changed_or_no_paper_at_all_is_never_a_result()
    {
        await using var office = await Office.OpenAsync(at: "2026-11-20T02:00Z");
        var signed = await SignedElsewhereAsync(office);
        var code = await TakeAsync(office);
        var changed = Encoding.Latin1.GetBytes(Encoding.Latin1.GetString(signed).Replace("/MediaBox[0 0 595", "/MediaBox[0 0 594", StringComparison.Ordinal));

        var refused = await SendRawAsync(office, code, changed).ProblemAsync(HttpStatusCode.UnprocessableEntity);
        var noise = await SendRawAsync(office, code, "không phải tệp"u8.ToArray()).ProblemAsync(HttpStatusCode.UnprocessableEntity);
        var unknown = await office.As($"officer-{Place}").SendActAsync(code, "proposal", Certificate(new string('a', 64)))
            .ProblemAsync(HttpStatusCode.UnprocessableEntity);

        Assert.NotEqual(signed, changed);
        Assert.Equal(("result-paper-unusable", "scan-unreadable", "result-paper-unknown"), (refused.Code, noise.Code, unknown.Code));
    }

    [Fact]
    public async Task Its_number_and_day_are_those_on_the_paper_and_one_paper_ends_one_dossier()
    {
        await using var office = await Office.OpenAsync(at: "2026-11-20T02:00Z");
        var (code, second) = (await TakeAsync(office), await TakeAsync(office));
        var officer = office.As($"officer-{Place}");
        var sent = await SendAsync(office, code, SampleScans.Pdf());
        var form = Certificate(sent.Sha256);

        var ahead = await officer.SendActAsync(code, "proposal", form with { Elsewhere = form.Elsewhere! with { Date = new DateOnly(2026, 11, 21) } })
            .ProblemAsync(HttpStatusCode.UnprocessableEntity);
        var both = await officer.SendActAsync(code, "proposal", form with { Content = "Chữ" }).ProblemAsync(HttpStatusCode.BadRequest);
        await officer.ActAsync(code, "proposal", form);
        await ApproveAsync(office, code);
        var other = await office.As($"registrar-{Place}").SendActAsync(code, "issue", new IssueForm("12/GCN")).ProblemAsync(HttpStatusCode.UnprocessableEntity);
        await office.As($"registrar-{Place}").ActAsync(code, "issue", new IssueForm());
        await SendAsync(office, second, SampleScans.Pdf());
        await officer.ActAsync(second, "proposal", form);
        await ApproveAsync(office, second);
        var taken = await office.As($"registrar-{Place}").SendActAsync(second, "issue", new IssueForm()).ProblemAsync(HttpStatusCode.Conflict);

        Assert.Equal(
            ("result-date-ahead", "field-one-of-two", "result-number-differs", "result-number-taken"), (ahead.Code, both.Code, other.Code, taken.Code));
    }

    [Fact]
    public async Task Only_the_officer_in_charge_sends_it_and_only_then()
    {
        await using var office = await Office.OpenAsync(at: "2026-11-20T02:00Z");
        var code = await TakeAsync(office);
        await office.As($"officer-{Place}").ActAsync(code, "proposal", Proposals.MaritalStatus);

        var late = await SendRawAsync(office, code, SampleScans.Pdf()).ProblemAsync(HttpStatusCode.Conflict);

        Assert.Equal("result-paper-not-wanted", late.Code);
    }

    private static ProposalForm Certificate(string sha256) => new(
        Decision.Grant, "Giấy đã cấp.", Elsewhere: new ElsewhereForm(
            "Giấy chứng nhận quyền sử dụng đất", "CS 04521", new DateOnly(2026, 11, 18), "Chi nhánh Văn phòng Đăng ký đất đai Mường Ảng",
            "Giám đốc Lường Văn Pỏm", sha256));

    // Another agency's signed result, as far as this dossier knows.
    private static async Task<byte[]> SignedElsewhereAsync(Office office)
    {
        var code = await TakeAsync(office);
        await office.DecideAsync(Place, code, "77/GXN-UBND");
        await office.DeliverMessagesAsync();
        return await office.As($"officer-{Place}").GetByteArrayAsync($"/api/dossiers/{code}/result");
    }

    private static async Task<DossierCode> TakeAsync(Office office)
    {
        var code = (await office.As("mai").FileAsync(Filings.MaritalStatus(office.OfficeOf($"clerk-{Place}")))).Code;
        await office.As($"clerk-{Place}").ActAsync(code, "acceptance");
        await office.As($"officer-{Place}").ActAsync(code, "taking");
        return code;
    }

    private static async Task ApproveAsync(Office office, DossierCode code)
    {
        var leader = office.As($"leader-{Place}");
        await leader.ActAsync(code, "approval", new ApprovalForm((await leader.ReadDossierAsync(code)).Proposal!.Hash));
    }

    private static async Task ApproveAndIssueAsync(Office office, DossierCode code)
    {
        await ApproveAsync(office, code);
        await office.As($"registrar-{Place}").ActAsync(code, "issue", new IssueForm());
        await office.DeliverMessagesAsync();
        await office.PayWhatIsLeftAsync(Place, code);
    }

    private static async Task<SentPaperView> SendAsync(Office office, DossierCode code, byte[] file) =>
        await Counter.ReadAsync<SentPaperView>(await SendRawAsync(office, code, file), HttpStatusCode.OK);

    private static async Task<HttpResponseMessage> SendRawAsync(Office office, DossierCode code, byte[] file)
    {
        using var body = new ByteArrayContent(file);
        body.Headers.ContentType = new("application/octet-stream");
        return await office.As($"officer-{Place}").PutAsync($"/api/dossiers/{code}/result-paper", body);
    }

    private static async Task<PdfFindings> CheckAsync(Office office, byte[] pdf)
    {
        using var body = new ByteArrayContent(pdf);
        body.Headers.ContentType = new("application/pdf");
        return await Counter.ReadAsync<PdfFindings>(await office.Http.PostAsync("/api/verification", body), HttpStatusCode.OK);
    }
}
