using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using PublicAdmin.Dossiers;
using PublicAdmin.Statistics.Rollups;
using PublicAdmin.Tests.Portal;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Journeys;

/// <summary>What the books and the National Portal hear of a linked case: each part of ours once, the case itself never beside them.</summary>
public sealed class LinkedBooksTests
{
    [Fact]
    public async Task A_case_is_counted_by_its_part_and_every_equation_holds()
    {
        await using var office = await Office.OpenAsync(at: "2026-11-20T02:00Z");
        var (_, birth) = await office.FiledLinkedAsync();
        Assert.Equal((1, 0, 0), await CountsAsync(office));

        await office.As("clerk-muong-ang").ActAsync(birth, "acceptance");
        await office.DeliverMessagesAsync();
        Assert.Equal((0, 1, 0), await CountsAsync(office));

        await office.ProcessToTheEndAsync("muong-ang", birth, "12/GKS");
        await office.DeliverMessagesAsync();
        Assert.Equal((0, 0, 1), await CountsAsync(office));
    }

    [Fact]
    public async Task The_portal_hears_of_case_and_part_each_in_its_own_order()
    {
        await using var portal = await PortalServer.StartAsync();
        await using var office = await Office.OpenAsync("2026-11-20T02:00Z", portal.Settings);
        var (receipt, birth) = await office.FiledLinkedAsync();
        await office.As("clerk-muong-ang").ActAsync(birth, "acceptance");
        await office.ProcessToTheEndAsync("muong-ang", birth, "12/GKS");
        await office.DeliverMessagesAsync();
        await office.DoneElsewhereAsync(receipt.Code, "thuong-tru", "CA-77");
        await office.DeliverMessagesAsync();

        Assert.Equal("submitted", Said(portal, birth)[0]);
        Assert.Equal("returned", Said(portal, birth)[^1]);
        var ofCase = Said(portal, receipt.Code);
        Assert.Equal(["submitted", "partOpened", "partMoved"], ofCase.Take(3));
        Assert.Equal(["partForwarded", "partReported", "partReported", "partReported"], ofCase.TakeLast(4));
        var notes = portal.Taken.Where(call => call.Service == "DongBoHoSoMC" && call.Code == birth.ToString())
            .Select(call => call.Data[0].GetProperty("GhiChu"));
        Assert.All(notes, note => Assert.Equal($"Phần của hồ sơ liên thông {receipt.Code}", note.GetString()));
    }

    [Fact]
    public async Task A_death_of_somebody_under_social_protection_has_two_parts_here_the_second_after_the_first()
    {
        await using var office = await Office.OpenAsync(at: "2026-11-20T02:00Z");
        var place = office.OfficeOf("clerk-muong-ang");
        var form = Filings.MaritalStatus(place).Asking("2.002913") with { TermCase = "btxh" };
        var code = (await office.As("mai").FileAsync(form)).Code;
        await office.DeliverMessagesAsync();
        var parts = (await office.As("mai").ReadDossierAsync(code)).Linked!.Parts;
        Assert.Equal(["khai-tu", "xoa-thuong-tru", "mai-tang"], parts.Select(part => part.Id));
        Assert.Null(parts[2].Code);

        var death = await office.PartAsync(code, "khai-tu");
        await office.As("clerk-muong-ang").ActAsync(death, "acceptance");
        await office.ProcessToTheEndAsync("muong-ang", death, "3/TLKT");
        await office.DeliverMessagesAsync();
        var funeral = await office.As("mai").ReadDossierAsync(await office.PartAsync(code, "mai-tang"));

        Assert.Equal(("1.001731", Phase.Registered), (funeral.Procedure.Code, funeral.Phase));
        var accepted = await office.As("clerk-muong-ang").ActAsync(funeral.Code, "acceptance");
        Assert.Equal(DateTimeOffset.Parse("2026-11-30T17:00+07:00"), accepted.Deadline!.PromisedAt); // five working days, over the 24th
    }

    private static List<string?> Said(PortalServer portal, DossierCode code) =>
        [.. portal.LinesOf(code.ToString()).Select(line => line.GetProperty("NoiDungXuLy").GetString())];

    private static async Task<(int Waiting, int Open, int Resolved)> CountsAsync(Office office)
    {
        await office.RunTimerAsync(nameof(RollUpStatistics));
        var checks = await office.As("supervisor-province").PostAsync("/api/statistics/checks", null);
        Assert.True(checks.StatusCode is HttpStatusCode.OK, await checks.Content.ReadAsStringAsync());
        var asked = $"/api/statistics?office={office.OfficeOf("clerk-muong-ang")}&period=2026-11";
        var numbers = (await office.Http.GetFromJsonAsync<JsonElement>(asked)).GetProperty("total").GetProperty("numbers");
        int Of(string name) => numbers.TryGetProperty(name, out var number) ? number.GetInt32() : 0;
        return (Of("waiting"), Of("open"), Of("resolved"));
    }
}
