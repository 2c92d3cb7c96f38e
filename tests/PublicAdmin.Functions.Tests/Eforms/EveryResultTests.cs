using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using PublicAdmin.Dossiers;
using PublicAdmin.Eforms;
using PublicAdmin.Procedures;
using PublicAdmin.Processing.Deciding;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Eforms;

/// <summary>For each procedure and each case of its form an example is filed, processed, and its result printed and signed with what it says.</summary>
public sealed class EveryResultTests(BusyOffice busy) : IClassFixture<BusyOffice>
{
    private static readonly DateOnly Today = new(2026, 11, 20);
    private static readonly ProcedureCatalogue Catalogue = new();
    private static readonly FormBook Forms = new();

    private static readonly string[] Land = ["1.013978", "1.012796"]; // The certificate comes from the land system.
    public static TheoryData<string, string?> Here() =>
        Cases(one => one.Route.System is ServiceSystem.Province or ServiceSystem.Linked && !Land.Contains(one.Code));

    public static TheoryData<string, string?> OfLand() => Cases(one => Land.Contains(one.Code));

    public static TheoryData<string, string?> Elsewhere() => Cases(one => one.Route.System is ServiceSystem.Ministry);

    [Theory]
    [MemberData(nameof(OfLand))]
    public async Task What_the_land_system_issues_is_filed_and_worked_on_here_and_not_printed(string procedure, string? formCase)
    {
        var code = await busy.TakenAsync(procedure, formCase);

        var refused = await busy.Office.As("officer-muong-ang").SendActAsync(code, "result-content", new { }).ProblemAsync(HttpStatusCode.UnprocessableEntity);

        Assert.Equal("result-made-elsewhere", refused.Code);
    }

    [TheoryNeeding("pdftotext")]
    [MemberData(nameof(Here))]
    public async Task What_was_filled_in_stands_on_the_signed_result(string procedure, string? formCase)
    {
        var code = await busy.TakenAsync(procedure, formCase);
        using var officer = busy.Office.As("officer-muong-ang");
        var template = (await OfAsync(officer, $"/api/procedures/{(await officer.ReadDossierAsync(code)).Procedure.Code}/results"))["items"]![0]!;

        var content = await BusyOffice.MadeAsync(officer, code, (string)template["id"]!);
        await IssuedAsync(officer, code, content);
        var paper = Flat(PaperText.Of(await officer.GetByteArrayAsync($"/api/dossiers/{code}/result")));

        var said = content["lines"]!.AsArray().Where(line => (bool?)line!["officer"] is not true)
            .SelectMany(line => ((string)line!["value"]!).Split('\n')).ToList();
        Assert.All(said.Where(value => value is not ("…" or "")), value => Assert.Contains(Flat(value), paper, StringComparison.Ordinal));
        Assert.True(said.Count > 0 || procedure is "2.000635", "Nothing of the form was printed."); // A copy prints what the register holds.
    }

    [Theory]
    [MemberData(nameof(Elsewhere))]
    public async Task What_the_ministry_takes_is_filled_in_by_its_form_and_sent_there(string procedure, string? formCase)
    {
        using var clerk = busy.Office.As("clerk-muong-ang");

        var refused = await clerk.SendFilingAsync(await busy.FilingAsync(procedure, formCase)).ProblemAsync(HttpStatusCode.UnprocessableEntity);
        var check = await clerk.PostAsJsonAsync(
            $"/api/procedures/{procedure}/form", new { answers = ExampleAnswers.Of(procedure, formCase), @case = formCase });

        Assert.Equal("procedure-filed-elsewhere", refused.Code);
        Assert.Empty((await check.Content.ReadFromJsonAsync<JsonNode>())!["errors"]!.AsArray());
    }

    private async Task IssuedAsync(HttpClient officer, DossierCode code, JsonNode content)
    {
        await officer.ActAsync(code, "proposal", new ProposalForm(Decision.Grant, "Đủ điều kiện.", content.ToJsonString()));
        using var leader = busy.Office.As("leader-muong-ang");
        await leader.ActAsync(code, "approval", new ApprovalForm((await leader.ReadDossierAsync(code)).Proposal!.Hash));
        await busy.Office.As("registrar-muong-ang").ActAsync(code, "issue", new IssueForm(code.ToString()));
        await busy.Office.DeliverMessagesAsync();
    }

    private static async Task<JsonNode> OfAsync(HttpClient reader, string path) => (await reader.GetFromJsonAsync<JsonNode>(path))!;

    // Lines break where the paper ends, not where words do.
    private static string Flat(string text) => string.Concat(text.Normalize().Where(letter => !char.IsWhiteSpace(letter)));

    private static TheoryData<string, string?> Cases(Func<ProcedureVersion, bool> wanted)
    {
        var data = new TheoryData<string, string?>();
        foreach (var procedure in Catalogue.All(Today).Where(wanted))
        {
            var cases = Forms.Of(procedure.Code, Today)?.Cases.Select(one => (string?)one.Id).ToList() ?? [];
            (cases.Count > 0 ? cases : [null]).ForEach(one => data.Add(procedure.Code, one));
        }

        return data;
    }
}
