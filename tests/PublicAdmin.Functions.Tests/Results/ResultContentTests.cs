using System.Net;
using System.Text.Json;
using PublicAdmin.Dossiers;
using PublicAdmin.Forms.Results;
using PublicAdmin.Platform;
using PublicAdmin.Processing.Deciding;
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
