using System.Net.Http.Json;
using System.Text.Json.Nodes;
using PublicAdmin.Dossiers;
using PublicAdmin.Processing.Deciding;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Eforms;

/// <summary>Whatever a form lets somebody write, its result prints: the longest story and the longest list are proposed, signed and read again.</summary>
public sealed class LongAnswersTests(BusyOffice busy) : IClassFixture<BusyOffice>
{
    private static readonly string Story = string.Join(
        "\r\n", Enumerable.Range(1, 60).Select(n => $"Năm {1950 + n} gia đình tôi khai hoang thửa đất ven suối số {n}."));

    [TheoryNeeding("pdftotext")]
    [InlineData("1.013967", "others")]
    [InlineData("1.004859", "changes")]
    [InlineData("2.000815", "papers")]
    [InlineData("2.001035", "parties")]
    public async Task The_longest_list_stands_on_the_signed_result(string procedure, string list)
    {
        var paper = await SignedAsync(procedure, answers =>
        {
            Fill(answers[list]!.AsArray(), list is "papers" ? 50 : list is "parties" ? 12 : list is "changes" ? 10 : 20);
            if (answers["facts"] is not null)
            {
                answers["facts"] = Story;
            }
        });

        Assert.Contains("tậncùngmộtđờingười", paper, StringComparison.Ordinal);
        if (procedure is "1.013967")
        {
            Assert.Contains("venSuốisố60.", paper, StringComparison.OrdinalIgnoreCase);
            Assert.Single(paper.Split("Năm1951").Skip(1)); // Once: where the land comes from is for the council to find out.
        }
    }

    [FactNeeding("pdftotext")]
    public async Task A_birth_certificate_says_the_year_its_parents_were_born_in_and_no_day()
    {
        var paper = await SignedAsync("1.001193", answers => (answers["motherBirthDate"], answers["fatherBirthDate"]) = ("1995-03-02", "1990"), "du-cha-me");

        Assert.Contains("Nămsinh:1995", paper, StringComparison.Ordinal);
        Assert.Contains("Nămsinh:1990", paper, StringComparison.Ordinal);
        Assert.DoesNotContain("02/03/1995", paper, StringComparison.Ordinal);
    }

    // Every text of every entry as long as it may be, and the last with words to look for.
    private static void Fill(JsonArray list, int entries)
    {
        while (list.Count < entries)
        {
            list.Add(list[^1]!.DeepClone());
        }

        foreach (var entry in list)
        {
            foreach (var text in new[] { "name", "address", "from", "to", "residence" }.Where(key => entry![key] is JsonValue).ToList())
            {
                entry![text] = $"{(text is "from" ? "Trước là " : "")}{(text is "name" ? "Lò Thị" : "Bản Nậm Pọng Noọng Háng, tổ mười bảy, dọc quốc lộ")} "
                    + string.Concat(Enumerable.Repeat("tận cùng một đời ", text is "name" ? 3 : 6)) + "tận cùng một đời người";
            }
        }
    }

    private async Task<string> SignedAsync(string procedure, Action<JsonNode> change, string? formCase = null)
    {
        var code = await busy.TakenAsync(procedure, formCase, change);
        using var officer = busy.Office.As("officer-muong-ang");
        var template = (await officer.GetFromJsonAsync<JsonNode>($"/api/procedures/{procedure}/results"))!["items"]![0]!["id"]!;
        var content = (await BusyOffice.MadeAsync(officer, code, (string)template!)).ToJsonString();
        await officer.ActAsync(code, "proposal", new ProposalForm(Decision.Grant, "Đủ điều kiện.", content));
        using var leader = busy.Office.As("leader-muong-ang");
        await leader.ActAsync(code, "approval", new ApprovalForm((await leader.ReadDossierAsync(code)).Proposal!.Hash));
        await busy.Office.As("registrar-muong-ang").ActAsync(code, "issue", new IssueForm(code.ToString()));
        await busy.Office.DeliverMessagesAsync();
        var paper = PaperText.Of(await officer.GetByteArrayAsync($"/api/dossiers/{code}/result"));
        return string.Concat(paper.Normalize().Where(letter => !char.IsWhiteSpace(letter)));
    }
}
