using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace PublicAdmin.Site.Tests;

/// <summary>A dossier's way through the site: filed over a bad line, accepted at the desk; and nothing of what was typed or sent is ever lost.</summary>
[Collection(nameof(SampleOffice))]
public sealed class FilingTests(SampleOffice office)
{
    [BrowserFact]
    public async Task A_dossier_filed_over_a_line_that_breaks_is_accepted_at_the_desk()
    {
        await using var citizen = await office.VisitAsync();
        await citizen.SignInAsync("Lò Thị Mai", FilingPage.MaritalStatus);
        await citizen.FillWhoAsync();
        await citizen.FillWhatAsync();
        await BreakTheLineAsync(citizen.Page);
        await citizen.ChooseAsync(FilingPage.Pdf());

        // Two chunks come through, then nothing more does; the page is left and opened again.
        await Expect(citizen.Page.Locator("#papers")).ToContainTextAsync("Đang thử gửi tiếp");
        await citizen.Page.UnrouteAllAsync(new() { Behavior = UnrouteBehavior.IgnoreErrors });
        await citizen.Page.ReloadAsync();

        await Expect(citizen.Page.Locator("#papers")).ToContainTextAsync("✓ uy-quyen.pdf");
        await citizen.ContinueAsync();
        await citizen.FillWayAsync();
        await Expect(citizen.Page.Locator("#review")).ToContainTextAsync(FilingPage.Summary);
        var code = await SendTwiceAsync(citizen);
        Assert.Empty(citizen.Complaints);

        await using var clerk = await office.VisitAsync(width: 1366);
        await clerk.SignInAsync("Lò Thị Hương", $"/desk?code={code}");
        await clerk.Page.Locator("[data-key=a]").ClickAsync();
        await Expect(clerk.Page.Locator("#said")).ToContainTextAsync("Đã xong: Tiếp nhận.");
        Assert.Empty(clerk.Complaints);
    }

    [BrowserFact]
    public async Task What_cannot_be_right_is_said_at_once_and_all_of_it()
    {
        await using var citizen = await office.VisitAsync();
        await citizen.SignInAsync("Lò Thị Mai", FilingPage.MaritalStatus);
        await citizen.Page.Locator("#phone").FillAsync("12");
        await citizen.Page.Locator("#residence").SelectOptionAsync(""); // Known from an earlier dossier, if she has one.
        await citizen.ContinueAsync();

        await Expect(citizen.Page.Locator(".summary")).ToContainTextAsync("Còn 2 mục cần sửa");
        await Expect(citizen.Page.Locator(".summary")).ToBeFocusedAsync();
        await Expect(citizen.Page.Locator("#phone-error")).ToContainTextAsync("10 chữ số");
        await Expect(citizen.Page.Locator("#residence")).ToHaveAttributeAsync("aria-invalid", "true");
        Assert.Empty(citizen.Complaints);
    }

    [BrowserFact]
    public async Task The_back_button_leads_to_the_step_before_and_loses_nothing()
    {
        await using var citizen = await office.VisitAsync();
        await citizen.SignInAsync("Lò Thị Mai", FilingPage.MaritalStatus);
        await citizen.FillWhoAsync();
        await citizen.FillWhatAsync();

        await citizen.Page.GoBackAsync();

        await Expect(citizen.Page.Locator("#summary")).ToHaveValueAsync(FilingPage.Summary);
        await Expect(citizen.Page.Locator("#summary")).ToBeVisibleAsync();
    }

    [BrowserFact]
    public async Task A_file_that_cannot_be_used_never_gets_its_tick()
    {
        await using var citizen = await office.VisitAsync();
        await citizen.SignInAsync("Lò Thị Mai", FilingPage.MaritalStatus + "&step=papers");

        await citizen.ChooseAsync(FilingPage.Text("chup.jpg"));

        await Expect(citizen.Page.Locator("#papers [role=alert]")).ToContainTextAsync("chup.jpg");
        await Expect(citizen.Page.Locator("#papers")).Not.ToContainTextAsync("✓");
    }

    [BrowserFact]
    public async Task A_reload_right_after_the_tick_keeps_the_paper_and_brings_no_removed_one_back()
    {
        await using var citizen = await office.VisitAsync();
        await citizen.SignInAsync("Lò Thị Mai", FilingPage.MaritalStatus + "&step=papers");
        await citizen.ChooseAsync(FilingPage.Pdf("mot.pdf"));
        await Expect(citizen.Page.Locator("#papers")).ToContainTextAsync("✓ mot.pdf");
        await citizen.ChooseAsync(FilingPage.Pdf("hai.pdf"));
        await Expect(citizen.Page.Locator("#papers")).ToContainTextAsync("✓ hai.pdf");

        await citizen.Button("Xóa tệp mot.pdf").ClickAsync();
        await citizen.Page.ReloadAsync();

        await Expect(citizen.Page.Locator("#papers")).ToContainTextAsync("✓ hai.pdf");
        await Expect(citizen.Page.Locator("#papers")).Not.ToContainTextAsync("mot.pdf");
    }

    [BrowserFact]
    public async Task A_letter_typed_just_before_a_reload_is_there_again()
    {
        await using var citizen = await office.VisitAsync();
        await citizen.SignInAsync("Lò Thị Mai", FilingPage.MaritalStatus);
        await citizen.Page.Locator("#address").FillAsync("Bản Tin Tốc, xã Mường Ảng");

        await citizen.Page.ReloadAsync();

        await Expect(citizen.Page.Locator("#address")).ToHaveValueAsync("Bản Tin Tốc, xã Mường Ảng");
    }

    [BrowserFact]
    public async Task Entries_of_a_list_and_rows_of_a_table_are_there_again_after_a_reload()
    {
        await using var citizen = await office.VisitAsync();
        await citizen.SignInAsync("Lò Thị Mai", "/filing?procedure=1.001699&step=form-to");
        await citizen.Page.Locator("[name='form.request']").First.CheckAsync();
        await citizen.Page.GotoAsync($"{citizen.Page.Url.Replace("form-to", "form-state", StringComparison.Ordinal)}");
        await citizen.Page.Locator("[name='form.signs.1.1'][value=co]").CheckAsync();
        Assert.Empty(await EveryPageTests.FaultsOfAsync(citizen.Page));
        await citizen.Page.ReloadAsync();
        await Expect(citizen.Page.Locator("[name='form.signs.1.1'][value=co]")).ToBeCheckedAsync();

        await citizen.Page.GotoAsync("/filing?procedure=1.013978&step=form-users");
        await citizen.Button("+ Thêm").First.ClickAsync();
        await citizen.Page.Locator("[name='form.users[1].name']").FillAsync("Lò Văn Hai");
        await citizen.Page.ReloadAsync();
        await Expect(citizen.Page.Locator("[name='form.users[1].name']")).ToHaveValueAsync("Lò Văn Hai");
        await citizen.Button("Bỏ mục 2").ClickAsync();
        await Expect(citizen.Page.Locator("[name='form.users[1].name']")).ToHaveCountAsync(0);
        Assert.Empty(citizen.Complaints);
    }

    [BrowserFact]
    public async Task Two_tabs_on_one_draft_know_of_each_other_and_their_writer_chooses()
    {
        await using var citizen = await office.VisitAsync();
        await citizen.SignInAsync("Lò Thị Mai", FilingPage.MaritalStatus);
        await citizen.Page.Locator("#address").FillAsync("ở đây");
        await Expect(citizen.Page.Locator("#saved")).ToContainTextAsync("Đã lưu nháp");
        var other = await citizen.NewTabAsync();
        await other.GotoAsync(citizen.Page.Url);
        await Expect(citizen.Page.Locator("#elsewhere")).ToBeVisibleAsync();
        await other.Locator("#address").FillAsync("ở nơi kia");
        await Expect(other.Locator("#saved")).ToContainTextAsync("Đã lưu nháp");

        await citizen.Page.Locator("#address").FillAsync("vẫn ở đây");

        await Expect(citizen.Page.GetByRole(AriaRole.Dialog)).ToContainTextAsync("ở nơi kia");
        await citizen.Page.GetByLabel("Ở nơi kia: ở nơi kia").CheckAsync();
        await citizen.Button("Giữ những gì đã chọn").ClickAsync();
        await Expect(citizen.Page.Locator("#address")).ToHaveValueAsync("ở nơi kia");
    }

    [BrowserFact]
    public async Task A_procedure_that_wants_the_person_there_shows_no_form()
    {
        await using var citizen = await office.VisitAsync();

        await citizen.SignInAsync("Lò Thị Mai", "/filing?procedure=2.000884");

        await Expect(citizen.Page.GetByRole(AriaRole.Link, new() { Name = "Xem cách nộp" })).ToBeVisibleAsync();
        await Expect(citizen.Page.Locator("#filing")).ToBeHiddenAsync();
    }

    private static async Task BreakTheLineAsync(IPage page)
    {
        var passed = 0;
        await page.RouteAsync(
            "**/chunks/*", route => Interlocked.Increment(ref passed) <= 2 ? route.ContinueAsync() : route.AbortAsync("internetdisconnected"));
    }

    // The first answer is lost on the way: the office has filed, the page does not know and asks again.
    private static async Task<string> SendTwiceAsync(Visitor citizen)
    {
        var asked = 0;
        await citizen.Page.RouteAsync("**/api/dossiers", async route =>
        {
            await (Interlocked.Increment(ref asked) == 1 ? LoseAnswerAsync(route) : route.ContinueAsync());
        });
        await citizen.SendAsync();
        await Expect(citizen.Page.Locator("#secret")).ToHaveTextAsync(new System.Text.RegularExpressions.Regex("^[0-9A-Z]{10}$"));
        var code = (await citizen.Page.Locator("#code").TextContentAsync())!;
        Assert.Equal(2, asked);

        // Once filed it has an address of its own: a reload shows the same again, and files nothing.
        await citizen.Page.ReloadAsync();
        await Expect(citizen.Page.Locator("#code")).ToHaveTextAsync(code);
        await citizen.Page.GotoAsync("/dossiers");
        await Expect(citizen.Page.GetByText(code)).ToHaveCountAsync(1);
        return code;
    }

    private static async Task LoseAnswerAsync(IRoute route)
    {
        await route.FetchAsync();
        await route.AbortAsync("connectionreset");
    }
}
