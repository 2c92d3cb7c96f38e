using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace PublicAdmin.Site.Tests;

/// <summary>Offices, hours and ladders are entered from a day to come, seen as a difference first; who was slower sees what the other wrote.</summary>
[Collection(nameof(SampleOffice))]
public sealed class AdminRegisterTests(SampleOffice office)
{
    private const string OfProvince = "Mai Xuân Bách";

    [BrowserTheory]
    [InlineData(390, "2029-03-01")]
    [InlineData(1366, "2029-04-01")]
    public async Task An_office_that_moves_is_seen_as_a_difference_and_then_entered(int width, string from)
    {
        await using var visitor = await office.VisitAsync(width: width);
        await visitor.SignInAsync(OfProvince, "/admin");
        var card = visitor.Page.Locator("#offices");
        await ChooseAsync(card, "#edited-office", "H18.61");
        await card.GetByText("Nhập bản mới").ClickAsync();
        await card.Locator("[name=validFrom]").FillAsync(from);
        await card.Locator("[name=address]").FillAsync($"Số {width} phố Mới");
        await card.Locator("[name=reason]").FillAsync("Chuyển trụ sở");

        await card.GetByRole(AriaRole.Button, new() { Name = "Xem khác biệt" }).ClickAsync();
        await Expect(card.Locator(".verdict ins")).ToHaveTextAsync($"Số {width} phố Mới");
        await card.GetByRole(AriaRole.Button, new() { Name = "Áp dụng bản này" }).ClickAsync();

        await Expect(card.Locator(".versions")).ToContainTextAsync($"Số {width} phố Mới");
        await Expect(card.Locator(".versions")).ToContainTextAsync("Chuyển trụ sở");
        Assert.Empty(visitor.Complaints);
    }

    [BrowserFact]
    public async Task Of_two_administrators_the_slower_sees_the_others_hours_beside_the_own_and_may_enter_them_again()
    {
        await using var visitor = await office.VisitAsync(width: 1366);
        await visitor.SignInAsync(OfProvince, "/admin");
        var card = visitor.Page.Locator("#hours");
        await ChooseAsync(card, "#edited-hours", "H18.61");
        await card.GetByText("Nhập bản mới").ClickAsync();
        await card.Locator("[name=validFrom]").FillAsync("2029-05-01");
        await card.Locator("[name=source]").FillAsync("Quy chế của phường");
        await card.Locator("[name=reason]").FillAsync("Giờ mùa hè");
        await card.GetByRole(AriaRole.Button, new() { Name = "Xem khác biệt" }).ClickAsync();
        await Expect(card.Locator(".verdict ins")).ToHaveTextAsync("Quy chế của phường");
        await EnterAsOtherAsync();

        await card.GetByRole(AriaRole.Button, new() { Name = "Áp dụng bản này" }).ClickAsync();
        await Expect(card.Locator(".verdict")).ToContainTextAsync("Người khác vừa nhập bản cho ngày này");
        await Expect(card.Locator(".verdict del").Filter(new() { HasText = "Quyết định của người khác" })).ToBeVisibleAsync();
        await card.GetByRole(AriaRole.Button, new() { Name = "Áp dụng bản này" }).ClickAsync();

        await Expect(card.Locator(".versions")).ToContainTextAsync("Giờ mùa hè");
        Assert.Empty(visitor.Complaints);
    }

    [BrowserFact]
    public async Task A_rung_that_comes_earlier_is_all_that_differs_and_is_entered()
    {
        await using var visitor = await office.VisitAsync(width: 1366);
        await visitor.SignInAsync(OfProvince, "/admin");
        var card = visitor.Page.Locator("#ladders");
        await card.Locator("#ladder-procedure").SelectOptionAsync("2.000815");
        await Expect(card.Locator(".versions")).ToContainTextAsync("Ngày mai hết hạn");
        await card.GetByText("Nhập bản mới").ClickAsync();
        await card.Locator("[name=validFrom]").FillAsync("2029-06-01");
        await card.Locator("[name=reason]").FillAsync("Nhắc sớm hơn");
        await card.Locator(".rung summary").First.ClickAsync();
        await card.Locator("[name='rungs[0].amount']").FillAsync("40");

        await card.GetByRole(AriaRole.Button, new() { Name = "Xem khác biệt" }).ClickAsync();
        await Expect(card.Locator(".verdict ins")).ToContainTextAsync("đã dùng 40% thời hạn");
        await card.GetByRole(AriaRole.Button, new() { Name = "Áp dụng bản này" }).ClickAsync();

        await Expect(card.Locator(".versions")).ToContainTextAsync("Nhắc sớm hơn");
        Assert.Empty(visitor.Complaints);
    }

    [BrowserTheory]
    [InlineData(390)]
    [InlineData(1366)]
    public async Task The_keys_of_an_office_say_how_long_they_may_sign_and_what_they_lack(int width)
    {
        await using var visitor = await office.VisitAsync(width: width);
        await visitor.SignInAsync(OfProvince, "/admin");
        var card = visitor.Page.Locator("#keys");

        await Expect(card.Locator("[data-key^=seal-]")).ToContainTextAsync("Con dấu cơ quan");
        await card.Locator("[data-key^=seal-] summary").ClickAsync();
        await card.Locator("[data-key^=seal-]").GetByRole(AriaRole.Button, new() { Name = "Nhập chứng thư" }).ClickAsync();

        await Expect(card.Locator("[data-key^=seal-] .error").First).ToBeVisibleAsync(); // Nothing was laid in.
        Assert.Empty(visitor.Complaints);
    }

    private async Task EnterAsOtherAsync()
    {
        var shifts = new[] { new { opens = "07:00", closes = "11:00" }, new { opens = "13:00", closes = "17:00" } };
        using var put = await office.SendAsync("administrator-province", HttpMethod.Put, "/api/office-hours/H18.61/versions/2029-05-01", new
        {
            office = "H18.61",
            validFrom = "2029-05-01",
            source = "Quyết định của người khác",
            reason = "Giờ mùa hè của người khác",
            seasons = new[] { new { from = "01-01", to = "12-31", shifts } },
        });
        Assert.True(put.IsSuccessStatusCode);
    }

    // The versions of the one chosen, and not of the one before, are there.
    private static async Task ChooseAsync(ILocator card, string list, string code)
    {
        await card.Locator(list).SelectOptionAsync(code);
        await Expect(card.Locator("[aria-busy=true]")).ToHaveCountAsync(0);
    }
}
