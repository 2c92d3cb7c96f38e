using System.Net.Http.Json;
using System.Text.Json;
using PublicAdmin.Platform;
using PublicAdmin.Procedures;
using PublicAdmin.Submission;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Journeys;

/// <summary>Papers are handed in once for a linked case, under the names the linked procedure gives them, whatever procedure its parts follow.</summary>
public sealed class LinkedPapersTests
{
    private const string Death = "2.002913";
    private const string OwnName = "giay-cua-lien-thong"; // No part's procedure has a component of this name.

    [Fact]
    public async Task A_paper_of_the_case_is_kept_for_its_owner_once_the_part_is_accepted()
    {
        await using var office = await Office.OpenAsync(at: "2026-11-20T02:00Z");
        await RenameAsync(office);
        office.Clock.Advance(TimeSpan.FromDays(3));
        var mai = office.As("mai");
        var scan = await mai.SendFileAsync(VietnameseScan.Of("GIẤY BÁO TỬ", "Số: 12/GBT"));
        var filing = Filings.MaritalStatus(office.OfficeOf("clerk-muong-ang")).Asking(Death);
        var receipt = await mai.FileAsync(filing with { TermCase = "btxh", Papers = [new PaperForm(OwnName, scan)] });
        await office.DeliverMessagesAsync();

        await office.As("clerk-muong-ang").ActAsync(await office.PartAsync(receipt.Code, "khai-tu"), "acceptance");
        await office.DeliverMessagesAsync();

        var wallet = await mai.GetFromJsonAsync<JsonElement>("/api/wallet");
        Assert.Equal(OwnName, Assert.Single(wallet.GetProperty("items").EnumerateArray()).GetProperty("type").GetString());
    }

    /// <summary>From tomorrow the linked procedure calls the death notice by a name of its own.</summary>
    private static async Task RenameAsync(Office office)
    {
        var version = office.The<ProcedureCatalogue>().Find(Death, new DateOnly(2026, 11, 20))!;
        var next = version with
        {
            ValidFrom = new(2026, 11, 21),
            Components = [.. version.Components.Select(one => one.Id == "bao-tu" ? one with { Id = OwnName } : one)],
        };
        var answer = await office.As("administrator-province").PostAsJsonAsync($"/api/procedures/{Death}/versions", next, OfficeJson.Options);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }
}
