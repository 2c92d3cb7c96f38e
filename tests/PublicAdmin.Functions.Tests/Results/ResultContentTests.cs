using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using PublicAdmin.Dossiers;
using PublicAdmin.Forms.Results;
using PublicAdmin.Platform;
using PublicAdmin.Processing.Deciding;
using PublicAdmin.Submission;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Results;

/// <summary>What looks like data is data or is refused field by field; nothing else is ever signed.</summary>
public class ResultContentTests
{
    [Theory]
    [InlineData("{", "result-content-not-data", "content")]
    [InlineData("  [1, 2]", "result-content-not-data", "content")]
    [InlineData("{}", "result-content-kind-unknown", "content.kind")]
    [InlineData("""{"kind":"giaykhaisinh","fullName":"X"}""", "result-content-kind-unknown", "content.kind")]
    [InlineData("""{"kind":"birthExtract","fullName":"X"}""", "result-content-fields", "content.bornOn")]
    [InlineData("""{"kind":"decision","title":"Quyết định","about":null,"grounds":[],"articles":["Điều 1."," "]}""", "result-content-fields",
        "content.articles[1]")]
    [InlineData("""{"kind":"decision","title":"Quyết định","about":null,"grounds":[],"articles":[],"ghiChu":"x"}""", "result-content-fields", "content.ghiChu")]
    [InlineData("""{"kind":"decision","title":"Quyết định 字","about":null,"grounds":[],"articles":[]}""", "result-content-fields", "content.title")]
    [InlineData("Nội dung với chữ 字 không in được", "letters-unprintable", "content")]
    public async Task A_result_that_cannot_be_signed_is_refused_when_it_is_proposed(string content, string because, string field)
    {
        await using var office = await Office.OpenAsync(at: "2026-11-20T02:00Z");
        var code = await TakeAsync(office);

        var refused = await office.As("officer-muong-ang").SendActAsync(code, "proposal", new ProposalForm(Decision.Grant, "Đủ điều kiện.", content));

        var problem = await Task.FromResult(refused).ProblemAsync(HttpStatusCode.UnprocessableEntity);
        Assert.Equal((because, field), (problem.Code, problem.Field));
        Assert.Equal(Phase.Assigned, (await office.As("officer-muong-ang").ReadDossierAsync(code)).Phase);
    }

    [Theory]
    [InlineData("Xác nhận theo nội dung tờ khai.", "grant", "result-content-not-the-paper")]
    [InlineData("birth", "grant", "result-content-not-the-paper")]
    [InlineData("decision", "grant", "result-content-not-the-paper")]
    [InlineData("marital", "deny", "result-content-not-for-denial")]
    public async Task Neither_words_nor_another_paper_are_granted_as_a_certificate_and_a_denial_is_never_one(string content, string outcome, string because)
    {
        await using var office = await Office.OpenAsync(at: "2026-11-20T02:00Z");
        var code = await TakeAsync(office);
        content = content switch
        {
            "birth" => Proposals.Birth.Content!,
            "marital" => Proposals.MaritalStatus.Content!,
            "decision" => Proposals.Granted(new DecisionPaper("Quyết định", null, [], ["Điều 1."])).Content!,
            _ => content,
        };

        var refused = await office.As("officer-muong-ang").SendActAsync(code, "proposal", new { outcome, summary = "Đủ điều kiện.", content });

        Assert.Equal(because, (await Task.FromResult(refused).ProblemAsync(HttpStatusCode.UnprocessableEntity)).Code);
    }

    [Fact]
    public async Task What_another_agency_makes_is_never_printed_here()
    {
        await using var office = await Office.OpenAsync(at: "2026-11-20T02:00Z");
        var scan = await office.As("clerk-muong-phang").SendFileAsync(VietnameseScan.Of("ĐƠN ĐĂNG KÝ ĐẤT ĐAI"), onBehalfOf: "011078000456");
        var code = (await office.As("clerk-muong-phang").FileAsync(Filings.Land(office.OfficeOf("clerk-muong-phang"), new PaperForm("don", scan)))).Code;
        await office.As("clerk-muong-phang").ActAsync(code, "acceptance");
        using var officer = office.As("officer-muong-phang");
        await officer.ActAsync(code, "taking");

        var worded = await officer.SendActAsync(code, "proposal", new ProposalForm(Decision.Grant, "Đủ.", "Giấy chứng nhận số CS 00001."))
            .ProblemAsync(HttpStatusCode.UnprocessableEntity);
        var sent = await officer.ActAsync(code, "proposal", await officer.ProposalAsync(code));

        Assert.Equal(("result-made-elsewhere", "content"), (worded.Code, worded.Field));
        Assert.Equal(Phase.Proposed, sent.Phase);
    }

    [Fact]
    public async Task A_certificate_made_from_the_form_lacks_no_line_of_the_officers()
    {
        await using var office = await Office.OpenAsync(at: "2026-11-20T02:00Z");
        var scan = await office.As("mai").SendFileAsync(VietnameseScan.Of("GIẤY CHỨNG SINH"));
        var code = (await office.As("mai").FileAsync(Filings.Birth(office.OfficeOf("clerk-muong-ang"), new PaperForm("chung-sinh", scan)))).Code;
        await office.As("clerk-muong-ang").ActAsync(code, "acceptance");
        using var officer = office.As("officer-muong-ang");
        await officer.ActAsync(code, "taking");
        var draft = await officer.PostAsJsonAsync($"/api/dossiers/{code}/result-content", new { template = "giay-khai-sinh" });
        var content = (await draft.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("content").GetRawText();

        var refused = await officer.SendActAsync(code, "proposal", new ProposalForm(Decision.Grant, "Đủ.", content))
            .ProblemAsync(HttpStatusCode.UnprocessableEntity);

        Assert.Equal(("result-content-fields", "content.lines[8].value"), (refused.Code, refused.Field));
    }

    [Fact]
    public void Every_missing_field_is_named_at_once()
    {
        var refusal = ResultContents.Read("""{"kind":"birthExtract","fullName":"Lò Văn A","bornOn":"05/02/2026","father":{"fullName":"Lò Văn B"}}""").Refusal!;

        var fields = ((IEnumerable<ContentFault>)refusal.Facts!["fields"]!).Select(fault => fault.Field);

        Assert.Equal(
            ["bornOn", "sex", "ethnicity", "nationality", "bornAt", "hometown", "personalNumber", "father.bornIn", "father.ethnicity", "father.nationality",
                "father.residence", "registered"],
            fields.Select(field => field["content.".Length..]));
    }

    [Fact]
    public void What_is_whole_is_read_as_it_was_written() =>
        Assert.Equal(
            Forms.SamplePapers.Marital, ResultContents.Read(JsonSerializer.Serialize<ResultContent>(Forms.SamplePapers.Marital, OfficeJson.Stored)).Value);

    private static async Task<DossierCode> TakeAsync(Office office)
    {
        var code = (await office.As("mai").FileAsync(Filings.MaritalStatus(office.OfficeOf("clerk-muong-ang")))).Code;
        await office.As("clerk-muong-ang").ActAsync(code, "acceptance");
        await office.As("officer-muong-ang").ActAsync(code, "taking");
        return code;
    }
}
