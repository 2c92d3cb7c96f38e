using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace PublicAdmin.Site.Tests;

/// <summary>One sign-in for all tabs, none that a script can read, and an end that costs no letter.</summary>
[Collection(nameof(SampleOffice))]
public sealed class SignInTests(SampleOffice office)
{
    [BrowserFact]
    public async Task A_new_tab_is_signed_in_and_no_script_can_read_with_what()
    {
        await using var citizen = await office.VisitAsync();
        await citizen.SignInAsync("Lò Thị Mai", "/dossiers");

        var tab = await citizen.NewTabAsync();
        await tab.GotoAsync("/dossiers");

        await Expect(tab.Locator("#mine")).ToContainTextAsync("H18.88-");
        Assert.DoesNotContain("session", await tab.EvaluateAsync<string>("document.cookie"), StringComparison.Ordinal);
        Assert.False(await tab.EvaluateAsync<bool>("JSON.stringify([{ ...localStorage }, { ...sessionStorage }]).includes('eyJ')"));
    }

    [BrowserFact]
    public async Task A_sign_in_that_ends_while_somebody_writes_goes_on_in_a_window_beside()
    {
        await using var citizen = await office.VisitAsync();
        await citizen.SignInAsync("Lò Thị Mai", FilingPage.MaritalStatus);
        await citizen.Page.WaitForLoadStateAsync(LoadState.NetworkIdle); // Whoever writes has the whole form before them.
        await citizen.LoseSignInAsync();
        await citizen.Page.Locator("#address").FillAsync("Bản Tin Tốc");

        await Expect(citizen.Page.GetByRole(AriaRole.Dialog)).ToContainTextAsync("Phiên đăng nhập đã hết");
        var popup = await citizen.Page.RunAndWaitForPopupAsync(() => citizen.Button("Đăng nhập lại và tiếp tục").ClickAsync());
        await popup.GetByRole(AriaRole.Button, new() { Name = "Lò Thị Mai", Exact = true }).ClickAsync();

        await Expect(citizen.Page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
        await Expect(citizen.Page.Locator("#saved")).ToContainTextAsync("Đã lưu nháp");
        await Expect(citizen.Page.Locator("#address")).ToHaveValueAsync("Bản Tin Tốc");
        Assert.Empty(citizen.Complaints);
    }

    [BrowserFact]
    public async Task Signing_out_in_one_tab_is_seen_in_the_other()
    {
        await using var citizen = await office.VisitAsync(width: 1366);
        await citizen.SignInAsync("Lò Thị Mai", "/dossiers");
        var tab = await citizen.NewTabAsync();
        await tab.GotoAsync("/");
        await Expect(tab.Locator("#sign-out")).ToBeVisibleAsync();

        await citizen.Button("Đăng xuất").ClickAsync();

        await Expect(tab.Locator("#sign-out")).ToBeHiddenAsync();
        await tab.GotoAsync("/dossiers");
        await Expect(tab).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/sign-in"));
    }

    [BrowserTheory]
    [InlineData("Lò Thị Mai", "/dossiers", "/desk")]
    [InlineData("Lò Thị Hương", "/desk", "/dossiers")]
    public async Task Who_has_no_business_on_a_page_is_led_to_their_own(string name, string home, string other)
    {
        await using var visitor = await office.VisitAsync(width: 1366);
        await visitor.SignInAsync(name, home);

        await visitor.Page.GotoAsync(other);

        await Expect(visitor.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex(home));
    }
}
