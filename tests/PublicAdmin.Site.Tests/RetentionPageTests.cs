using static Microsoft.Playwright.Assertions;

namespace PublicAdmin.Site.Tests;

/// <summary>What the office keeps, and for how long, where a registrar reads it.</summary>
[Collection(nameof(SampleOffice))]
public sealed class RetentionPageTests(SampleOffice office)
{
    [BrowserFact]
    public async Task Whoever_opens_it_reads_what_is_kept_and_for_how_long()
    {
        await using var registrar = await office.VisitAsync();
        await SampleOffice.BecomeAsync(registrar, "registrar-muong-ang", "/archive");

        await registrar.Page.Locator("#register summary").ClickAsync();

        await Expect(registrar.Page.Locator("#register")).ToContainTextAsync("Tờ khai nháp");
        Assert.Empty(await EveryPageTests.FaultsOfAsync(registrar.Page));
    }
}
