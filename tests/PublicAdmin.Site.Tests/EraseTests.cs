using System.Globalization;
using System.Net;
using Microsoft.Playwright;
using PublicAdmin.Audit;
using PublicAdmin.Dossiers;
using PublicAdmin.Tests.Archive;
using PublicAdmin.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace PublicAdmin.Site.Tests;

/// <summary>Erasing on the page: the registrar proposes, the notice runs, another person decides, and the dossier is gone.</summary>
public sealed class EraseTests
{
    private const string Place = "dien-bien-phu";

    [BrowserFact]
    public async Task A_registrar_proposes_a_notice_runs_and_only_then_the_head_decides_and_the_dossier_is_gone()
    {
        await using var own = await OwnOffice.OpenAsync("2026-11-20T02:00Z");
        var code = await DueAsync(own.Office);

        await ProposeAsync(own, code);
        await using (var early = await own.VisitAsync($"leader-{Place}", "/archive"))
        {
            await Expect(LineOf(early, code)).ToContainTextAsync("thông báo đến 03/02/2049");
            await Expect(LineOf(early, code).Locator("summary", new() { HasText = "Quyết định hủy" })).ToHaveCountAsync(0);
        }

        own.Office.Clock.Advance(TimeSpan.FromDays(31));
        await DecideAsync(own, code);

        await using var after = await own.VisitAsync($"registrar-{Place}", "/archive");
        await Expect(after.Page.Locator("#ended")).Not.ToContainTextAsync(code.ToString());
        Assert.Equal(HttpStatusCode.Gone, (await own.Office.As($"leader-{Place}").GetAsync($"/api/dossiers/{code}")).StatusCode);
    }

    private static async Task ProposeAsync(OwnOffice own, DossierCode code)
    {
        await using var registrar = await own.VisitAsync($"registrar-{Place}", "/archive");
        var line = LineOf(registrar, code);
        await line.Locator("summary", new() { HasText = "Đề nghị hủy" }).ClickAsync();
        await line.GetByLabel("Số, ngày quyết định hủy").FillAsync("QĐ 12/2049");
        Assert.Empty(await EveryPageTests.FaultsOfAsync(registrar.Page));
        await PressAsync(line, "Đề nghị hủy");
        await Expect(line).ToContainTextAsync("QĐ 12/2049; thông báo đến 03/02/2049");
        await Expect(line.Locator("summary", new() { HasText = "Quyết định hủy" })).ToHaveCountAsync(0); // Whoever proposes decides nothing.
        Assert.Empty(registrar.Complaints);
    }

    private static async Task DecideAsync(OwnOffice own, DossierCode code)
    {
        await using var leader = await own.VisitAsync($"leader-{Place}", "/archive");
        var line = LineOf(leader, code);
        await line.Locator("summary", new() { HasText = "Quyết định hủy" }).ClickAsync();
        await PressAsync(line, "Quyết định hủy");
        await Expect(line.GetByRole(AriaRole.Alert)).ToContainTextAsync("Tôi đã kiểm tra"); // Not without saying so.
        Assert.Equal(HttpStatusCode.OK, (await own.Office.As($"leader-{Place}").GetAsync($"/api/dossiers/{code}")).StatusCode);
        await line.GetByLabel("Tôi đã kiểm tra").CheckAsync();
        Assert.Empty(await EveryPageTests.FaultsOfAsync(leader.Page));
        await PressAsync(line, "Quyết định hủy");
        await Expect(line).ToContainTextAsync("Xác nhận hủy");
        await Expect(line).ToContainTextAsync("QĐ 12/2049");
        Assert.Empty(await EveryPageTests.FaultsOfAsync(leader.Page));
        Assert.Empty(leader.Complaints);
    }

    // Ended, every day of it sealed, received twice by the archive, and its term over long ago.
    private static async Task<DossierCode> DueAsync(Office office)
    {
        var code = await office.CopiedAsync(Filings.CertifiedCopy(office.OfficeOf($"clerk-{Place}")));
        office.Clock.GoTo(DateTimeOffset.Parse("2026-11-21T18:10Z", CultureInfo.InvariantCulture));
        await office.RunTimerAsync(nameof(SealAudit));
        await office.HandOverAsync(code);
        office.Clock.GoTo(DateTimeOffset.Parse("2049-01-04T02:00Z", CultureInfo.InvariantCulture));
        return code;
    }

    private static ILocator LineOf(Visitor visitor, DossierCode code) => visitor.Page.Locator($"li[data-code='{code}']");

    private static Task PressAsync(ILocator line, string name) => line.GetByRole(AriaRole.Button, new() { Name = name }).ClickAsync();
}
