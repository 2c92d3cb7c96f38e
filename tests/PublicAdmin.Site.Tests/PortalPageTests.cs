using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Playwright;
using PublicAdmin.Dossiers;
using PublicAdmin.Platform;
using PublicAdmin.Portal.Reconciling;
using PublicAdmin.Tests.Archive;
using PublicAdmin.Tests.Portal;
using PublicAdmin.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace PublicAdmin.Site.Tests;

/// <summary>An administrator sees what differs at the National Portal, file by file, and has it sent again.</summary>
public sealed class PortalPageTests
{
    [BrowserFact]
    public async Task What_differs_of_yesterday_is_listed_and_sent_again_and_the_next_night_it_is_alike()
    {
        await using var portal = await PortalServer.StartAsync();
        await using var own = await OwnOffice.OpenAsync(null, portal.Settings);
        var place = own.Office.OfficeOf("clerk-dien-bien-phu");
        var (lost, gone) = (await own.Office.CopiedAsync(Filings.CertifiedCopy(place)), await own.Office.CopiedAsync(Filings.CertifiedCopy(place)));
        portal.Holds[lost.ToString()] = WithoutPapers(portal.Holds[lost.ToString()]);
        portal.Holds.Remove(gone.ToString());
        var day = DateOnly.FromDateTime(own.Office.Clock.GetUtcNow().Here().DateTime);
        await NightAsync(own);

        await SendAgainAsync(own, lost, gone);
        await own.Office.DeliverMessagesAsync();
        await NightAsync(own);

        await using var next = await own.VisitAsync("administrator-province", "/admin");
        await next.Page.GetByLabel("Ngày tiếp nhận").FillAsync($"{day:yyyy-MM-dd}");
        await Expect(next.Page.Locator("#portal")).ToContainTextAsync("2/2 hồ sơ khớp, 0 chênh lệch");
    }

    private static async Task SendAgainAsync(OwnOffice own, DossierCode lost, DossierCode gone)
    {
        await using var administrator = await own.VisitAsync("administrator-province", "/admin");
        var card = administrator.Page.Locator("#portal");
        await Expect(LineOf(card, lost)).ToContainTextAsync("Lệch tệp");
        await Expect(LineOf(card, lost)).ToContainTextAsync($"Bản chính giấy tờ, văn bản {lost}.1");
        await Expect(LineOf(card, gone)).ToContainTextAsync("Chỉ có ở hệ thống");
        Assert.Empty(await EveryPageTests.FaultsOfAsync(administrator.Page));
        await LineOf(card, lost).GetByRole(AriaRole.Button, new() { Name = "Gửi lại" }).ClickAsync();
        await Expect(administrator.Page.Locator("#said")).ToContainTextAsync("Đang gửi lại 1 hồ sơ");
        await card.GetByRole(AriaRole.Button, new() { Name = "Gửi lại tất cả" }).ClickAsync();
        await Expect(administrator.Page.Locator("#said")).ToContainTextAsync("Đang gửi lại 2 hồ sơ");
        Assert.Empty(administrator.Complaints);
    }

    private static JsonElement WithoutPapers(JsonElement told)
    {
        var held = JsonNode.Parse(told.GetRawText())!.AsObject();
        held["TaiLieuNop"] = new JsonArray();
        return JsonSerializer.SerializeToElement(held);
    }

    private static ILocator LineOf(ILocator card, DossierCode code) => card.Locator($"li[data-code='{code}']");

    private static Task NightAsync(OwnOffice own)
    {
        own.Office.Clock.Advance(TimeSpan.FromDays(1));
        return own.Office.RunTimerAsync(nameof(ReconcilePortal));
    }
}
