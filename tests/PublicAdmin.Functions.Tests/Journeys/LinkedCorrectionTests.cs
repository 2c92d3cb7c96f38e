using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using PublicAdmin.Processing.Deciding;
using PublicAdmin.Submission;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Journeys;

/// <summary>Answers are corrected where they are worked on: in a part. The case and the part that follows show it, and nobody corrects twice.</summary>
public sealed class LinkedCorrectionTests
{
    private const string Death = "2.002913";

    [Fact]
    public async Task What_was_corrected_in_one_part_is_marked_in_the_case_and_in_the_part_that_follows()
    {
        await using var office = await Office.OpenAsync(at: "2026-11-20T02:00Z");
        using var officer = office.As("officer-muong-ang");
        var receipt = await FiledAsync(office);
        var first = await office.PartAsync(receipt.Code, "khai-tu");
        await office.As("clerk-muong-ang").ActAsync(first, "acceptance");
        await officer.ActAsync(first, "taking");
        var corrected = new Dictionary<string, JsonElement> { ["deceasedName"] = JsonSerializer.SerializeToElement("Lò Văn Phánh") };
        await officer.ActAsync(first, "corrections", new CorrectionForm(corrected, "Giấy báo tử ghi khác tờ khai."));

        await office.DecideAsync("muong-ang", first);
        await office.DeliverMessagesAsync();
        await office.PayWhatIsLeftAsync("muong-ang", first);
        await office.As("clerk-muong-ang").ActAsync(first, "return", new ReturnForm());
        await office.DeliverMessagesAsync();

        foreach (var code in new[] { first, receipt.Code, await office.PartAsync(receipt.Code, "mai-tang") })
        {
            var answers = (await officer.GetFromJsonAsync<JsonNode>($"/api/dossiers/{code}/answers"))!;
            var lines = answers["sections"]!.AsArray().SelectMany(section => section!["lines"]!.AsArray());
            var name = lines.Single(line => (string?)line!["key"] == "deceasedName")!;
            Assert.Equal(("Lò Văn Phánh", "Lò Văn Phanh"), ((string?)name["text"], (string?)name["handedIn"]));
            Assert.Equal("Giấy báo tử ghi khác tờ khai.", (string?)Assert.Single(answers["corrections"]!.AsArray())!["reason"]);
        }
    }

    private static async Task<FilingReceipt> FiledAsync(Office office)
    {
        var scan = await office.As("mai").SendFileAsync(VietnameseScan.Of("GIẤY BÁO TỬ", "Số: 12/GBT"));
        var filing = Filings.MaritalStatus(office.OfficeOf("clerk-muong-ang")).Asking(Death);
        var receipt = await office.As("mai").FileAsync(filing with { TermCase = "btxh", Papers = [new PaperForm("bao-tu", scan)] });
        await office.DeliverMessagesAsync();
        return receipt;
    }
}
