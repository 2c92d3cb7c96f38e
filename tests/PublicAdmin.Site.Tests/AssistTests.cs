using static Microsoft.Playwright.Assertions;

namespace PublicAdmin.Site.Tests;

/// <summary>
/// A helper fills in for somebody who agreed: the consent and the helper stand in the dossier, and nothing of the person stays on the device.
/// </summary>
[Collection(nameof(SampleOffice))]
public sealed class AssistTests(SampleOffice office)
{
    private const string Clerk = "Lò Thị Hương";
    private const string Card = "011195000788||Quàng Thị Ánh|02031995|Nữ|Bản Tát, Mường Ảng, Điện Biên|01082021";

    [BrowserTheory]
    [InlineData(390)]
    [InlineData(1366)]
    public async Task The_consent_and_the_helper_stand_in_the_dossier(int width)
    {
        await using var helper = await AgreedAsync(width, $"PDY-{width}");
        await helper.Page.Locator("#procedure").FillAsync("1.004873");
        await Expect(helper.Page.Locator("[data-own]").First).ToBeVisibleAsync();
        await helper.Page.Locator("#card").FillAsync(Card);
        await helper.Page.Locator("#phone").FillAsync("0912345678");
        await helper.FillPlaceAsync();
        await helper.AnswerAsync("1.004873");

        await helper.Button("Tiếp nhận và in giấy hẹn").ClickAsync();

        Assert.Empty(await helper.Page.Locator(".summary li").AllTextContentsAsync());
        var code = await helper.Page.Locator("#taken .secret").First.TextContentAsync();
        var dossier = await office.ReadAsync("clerk-muong-ang", $"/api/dossiers/{code}");
        Assert.Equal("assisted", dossier.GetProperty("channel").GetString());
        Assert.Equal($"PDY-{width}", dossier.GetProperty("lookUpConsent").GetProperty("reference").GetString());
        Assert.False(string.IsNullOrEmpty(dossier.GetProperty("helper").GetString()));
        await helper.Button("Người tiếp theo").ClickAsync();
        await Expect(helper.Page.Locator("#agree")).ToBeVisibleAsync();
        Assert.Empty(helper.Complaints);
    }

    [BrowserFact]
    public async Task After_ninety_seconds_without_a_touch_nothing_is_left_and_there_is_no_way_back()
    {
        await using var helper = await AgreedAsync(1366, "PDY-90");
        await helper.Page.Clock.InstallAsync();
        await helper.Page.ReloadAsync(); // Its clock is moved from here on.
        await helper.Page.Locator("#name").FillAsync("Quàng Thị Ánh");

        await helper.Page.Clock.FastForwardAsync(80_000);
        await Expect(helper.Page.Locator("#said")).ToContainTextAsync("15 giây");
        await helper.Page.Clock.FastForwardAsync(15_000);

        await Expect(helper.Page.Locator("#agree")).ToBeVisibleAsync();
        Assert.Equal(0, await helper.Page.EvaluateAsync<int>("sessionStorage.length"));
        await helper.Page.GoBackAsync();
        await Expect(helper.Page.Locator("#agree")).ToBeVisibleAsync();
        await helper.Page.GotoAsync("/counter?assist");
        await Expect(helper.Page.Locator("#agree")).ToBeVisibleAsync();
    }

    private async Task<Visitor> AgreedAsync(int width, string reference)
    {
        var helper = await office.VisitAsync(width: width);
        await helper.SignInAsync(Clerk, "/assist");
        await Expect(helper.Page.Locator("#helper")).ToHaveTextAsync(Clerk);
        await helper.Page.Locator("#heard").CheckAsync();
        await helper.Page.Locator("#reference").FillAsync(reference);
        await helper.Button("Bắt đầu khai giúp").ClickAsync();
        await Expect(helper.Page.Locator("#consent")).ToHaveValueAsync(reference);
        return helper;
    }
}
