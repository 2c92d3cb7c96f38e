using System.Net;
using System.Net.Http.Json;
using PublicAdmin.Platform;
using PublicAdmin.Submission;
using PublicAdmin.Tests.Support;
using PublicAdmin.Tracking;

namespace PublicAdmin.Tests.Portal;

/// <summary>The code the National Portal gave a dossier finds it wherever ours does, and stands beside ours.</summary>
public sealed class CentralCodeTests
{
    [Theory]
    [InlineData("G22.99.01-261120-0007", "g22.99.01-261120-0007 ")]
    [InlineData("000.00.12.H18-261120-0001", "000.00.12.h18-261120-0001")]
    [InlineData("102030405060", "102030405060")]
    public async Task Desk_and_citizen_find_the_dossier_by_either_code(string central, string typed)
    {
        await using var store = await PortalStore.StartAsync();
        await using var office = await Office.OpenAsync("2026-11-20T02:00Z", store.Settings);
        var filed = await FileAsync(office, central);

        foreach (var code in new[] { typed, filed.Code.ToString() })
        {
            var found = Assert.Single(await office.As("clerk-muong-ang").SearchAsync(code));
            Assert.Equal((filed.Code, central), (found.Code, found.CentralCode));
            var tracked = await Counter.ReadAsync<PublicStatus>(
                await office.Http.PostAsJsonAsync("/api/tracking", new TrackingForm(code, filed.Secret), OfficeJson.Options), HttpStatusCode.OK);
            Assert.Equal((filed.Code, central), (tracked.Code, tracked.CentralCode));
        }

        Assert.Empty(await office.As("clerk-muong-phang").SearchAsync(typed));
    }

    [Fact]
    public async Task A_wrong_secret_finds_nothing_by_the_portals_code_either()
    {
        await using var store = await PortalStore.StartAsync();
        await using var office = await Office.OpenAsync("2026-11-20T02:00Z", store.Settings);
        await FileAsync(office, "G22.99.01-261120-0007");

        var refused = await office.Http.PostAsJsonAsync("/api/tracking", new TrackingForm("G22.99.01-261120-0007", "SAI-SAI"), OfficeJson.Options);

        Assert.Equal("tracking-not-found", await refused.RefusalAsync());
    }

    [FactNeeding("pdftotext")]
    public async Task The_receipt_bears_both_codes_and_its_QR_code_opens_a_page_that_shows_both()
    {
        await using var store = await PortalStore.StartAsync();
        await using var office = await Office.OpenAsync("2026-11-20T02:00Z", store.Settings);
        var filed = await FileAsync(office, "G22.99.01-261120-0007");
        await office.As("clerk-muong-ang").ActAsync(filed.Code, "acceptance");

        var pdf = await (await office.As("clerk-muong-ang").GetAsync($"/api/dossiers/{filed.Code}/forms/01")).Content.ReadAsByteArrayAsync();

        var text = PaperText.Of(pdf);
        Assert.Contains(filed.Code.ToString(), text, StringComparison.Ordinal);
        Assert.Contains("G22.99.01-261120-0007", text, StringComparison.Ordinal);
    }

    private static async Task<FilingReceipt> FileAsync(Office office, string central)
    {
        var filed = await PortalStore.FileAsync(office, new(central, Filings.MaritalStatus(office.OfficeOf("clerk-muong-ang"))));
        await office.DeliverMessagesAsync();
        return filed;
    }
}
