using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using PublicAdmin.Dossiers;
using PublicAdmin.Eforms;
using PublicAdmin.Eforms.Definitions;
using PublicAdmin.Eforms.Templates;
using PublicAdmin.Processing.Deciding;
using PublicAdmin.Submission;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Eforms;

public sealed class ResultFromFormTests
{
    [Fact]
    public async Task A_birth_certificate_is_made_from_the_form_and_the_officer_gives_only_the_officers()
    {
        await using var office = await Office.OpenAsync(at: "2026-11-20T02:00Z");
        var code = await TakenAsync(office);
        using var officer = office.As("officer-muong-ang");

        var empty = await DraftAsync(officer, code, new { template = "giay-khai-sinh" });
        var whole = await DraftAsync(officer, code, Whole);
        await officer.ActAsync(code, "proposal", new ProposalForm(Decision.Grant, "Đủ điều kiện.", whole["content"]!.ToJsonString()));

        Assert.Equal(["personalNumber", "registered"], empty["missing"]!.AsArray().Select(line => (string)line!["key"]!));
        Assert.Empty(whole["missing"]!.AsArray());
        var lines = whole["content"]!["lines"]!.AsArray().ToDictionary(line => (string)line!["key"]!, line => (string)line!["value"]!);
        Assert.Equal("LÒ MINH AN", lines["name"]);
        Assert.Equal("15/11/2026", lines["birth"]);
        Assert.Equal("Thái", lines["ethnicity"]);
        Assert.Contains("Xã Mường Ảng", lines["motherResidence"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_citizen_signed_is_not_retyped_on_the_way_to_the_leader()
    {
        await using var office = await Office.OpenAsync(at: "2026-11-20T02:00Z");
        var code = await TakenAsync(office);
        using var officer = office.As("officer-muong-ang");
        var content = (await DraftAsync(officer, code, Whole))["content"]!;

        content["lines"]![0]!["value"] = "LÒ MINH ANH";
        var proposal = new ProposalForm(Decision.Grant, "Đủ.", content.ToJsonString());
        var retyped = await officer.SendActAsync(code, "proposal", proposal).ProblemAsync(HttpStatusCode.UnprocessableEntity);

        Assert.Equal(("result-content-not-from-form", "content.proof"), (retyped.Code, retyped.Field));
    }

    [Fact]
    public async Task The_officer_sees_the_very_paper_before_proposing_it()
    {
        await using var office = await Office.OpenAsync(at: "2026-11-20T02:00Z");
        var code = await TakenAsync(office);
        using var officer = office.As("officer-muong-ang");
        var content = (await DraftAsync(officer, code, Whole))["content"]!.ToJsonString();

        var preview = await officer.PostAsJsonAsync($"/api/dossiers/{code}/result-preview", new { content });

        Assert.Equal((HttpStatusCode.OK, "application/pdf"), (preview.StatusCode, preview.Content.Headers.ContentType?.MediaType));
        Assert.StartsWith("%PDF-", System.Text.Encoding.Latin1.GetString(await preview.Content.ReadAsByteArrayAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_template_names_only_fields_its_form_has()
    {
        var book = new FormBook();

        Assert.All(ResultTemplate.All, template => Assert.All(
            template.Fields.Where(field => field.From.ContainsKey("form")),
            field => Assert.Contains(field.From["form"].GetString(), FormOf(template, field, book).Fields.Select(one => one.Key))));
    }

    // "of" names another form, or a column of a list.
    private static FormDefinition FormOf(ResultTemplate template, TemplateField field, FormBook book) =>
        book.Find(field.From.TryGetValue("of", out var of) && !of.GetString()!.Contains('.', StringComparison.Ordinal) ? of.GetString()! : template.Form, "1")!;

    private static object Whole { get; } = new
    {
        template = "giay-khai-sinh",
        given = new { personalNumber = "011326000123", registered = "UBND xã Mường Ảng, ngày 20/11/2026" },
    };

    private static async Task<DossierCode> TakenAsync(Office office)
    {
        var scan = await office.As("mai").SendFileAsync(VietnameseScan.Of("GIẤY CHỨNG SINH"));
        var receipt = await office.As("mai").FileAsync(Filings.Birth(office.OfficeOf("clerk-muong-ang"), new PaperForm("chung-sinh", scan)));
        await office.As("clerk-muong-ang").ActAsync(receipt.Code, "acceptance");
        await office.As("officer-muong-ang").ActAsync(receipt.Code, "taking");
        return receipt.Code;
    }

    private static async Task<JsonNode> DraftAsync(HttpClient officer, DossierCode code, object wanted)
    {
        var response = await officer.PostAsJsonAsync($"/api/dossiers/{code}/result-content", wanted);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return (await response.Content.ReadFromJsonAsync<JsonNode>())!;
    }
}
