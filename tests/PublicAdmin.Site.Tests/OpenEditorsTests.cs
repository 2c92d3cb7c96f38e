using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace PublicAdmin.Site.Tests;

/// <summary>What opens only when somebody works with a page is as sound as the page: editors with their difference shown, ways to scan.</summary>
[Collection(nameof(PageTour))]
public sealed class OpenEditorsTests(SampleOffice office)
{
    private const string Administrator = "Mai Xuân Bách";
    private const string Clerk = "Lò Thị Hương";

    [BrowserTheory]
    [InlineData("vi", 390)]
    [InlineData("en", 390)]
    [InlineData("vi", 1366)]
    [InlineData("en", 1366)]
    public async Task Nothing_is_wrong_with_an_editor_that_shows_what_it_would_change(string language, int width)
    {
        await using var visitor = await office.VisitAsync(language, width);
        await office.ComeAsync(visitor, Administrator, "/admin");
        await visitor.Page.EvaluateAsync("document.querySelectorAll('details').forEach(one => { one.open = true; })");

        foreach (var editor in new[] { "#offices", "#hours", "#ladders" })
        {
            var card = visitor.Page.Locator(editor);
            await card.Locator("[name=validFrom]").FillAsync("2029-12-01");
            await card.Locator("[name=reason]").FillAsync("Thử");
            await card.Locator("form button.second").First.ClickAsync();
            await Expect(card.Locator(".verdict")).ToBeVisibleAsync();
        }

        await IsSoundAsync(visitor);
    }

    [BrowserTheory]
    [InlineData("vi", 390)]
    [InlineData("en", 1366)]
    public async Task Nothing_is_wrong_with_the_ways_to_scan_at_the_counter(string language, int width)
    {
        await using var visitor = await office.VisitAsync(language, width);
        await office.ComeAsync(visitor, Clerk, "/counter?procedure=1.001193");
        await Expect(visitor.Page.Locator("[data-own]").First).ToBeVisibleAsync();
        await visitor.Page.Locator("#number").FillAsync("011195000123");
        await visitor.Page.Locator("#on-paper").CheckAsync();
        await visitor.Page.Locator("#pair-phone").ClickAsync();
        await Expect(visitor.Page.Locator("#phone-scan img")).ToBeVisibleAsync();

        await IsSoundAsync(visitor);
    }

    private static async Task IsSoundAsync(Visitor visitor)
    {
        Assert.Empty(await EveryPageTests.FaultsOfAsync(visitor.Page));
        await visitor.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        Assert.Empty(await EveryPageTests.FaultsOfAsync(visitor.Page));
        Assert.Empty(visitor.Complaints);
    }
}
