using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace PublicAdmin.Site.Tests;

/// <summary>Staff at the desk: what the address says is what is shown, hands stay on the keys, nothing grave is done at one press.</summary>
[Collection(nameof(SampleOffice))]
public sealed class DeskTests(SampleOffice office)
{
    private const string Clerk = "Lò Thị Hương";
    private const string Leader = "Lường Văn Thành";

    [BrowserFact]
    public async Task Going_back_shows_the_list_that_was_there_and_not_another_under_its_name()
    {
        await using var clerk = await office.VisitAsync(width: 1366);
        await clerk.SignInAsync(Clerk, "/desk");
        await clerk.Page.Locator("#queues").GetByRole(AriaRole.Button, new() { NameRegex = new("Chờ bổ sung") }).ClickAsync();
        await Expect(clerk.Page.Locator("#list-name")).ToHaveTextAsync("Chờ bổ sung");
        var codes = await clerk.Page.Locator("#items tr").AllTextContentsAsync();
        await clerk.Page.Locator("#items a").First.ClickAsync();
        await Expect(clerk.Page.Locator("#pane h2").First).ToBeFocusedAsync();

        await clerk.Page.GoBackAsync();

        await Expect(clerk.Page.Locator("#pane")).ToBeHiddenAsync();
        await Expect(clerk.Page.Locator("#list-name")).ToHaveTextAsync("Chờ bổ sung");
        Assert.Equal(codes, await clerk.Page.Locator("#items tr").AllTextContentsAsync());
        Assert.Empty(clerk.Complaints);
    }

    [BrowserFact]
    public async Task From_opening_the_desk_to_accepted_is_two_presses()
    {
        var code = await office.FileAsync("citizen-761", "1.004873", "Xác nhận tình trạng hôn nhân");
        await using var clerk = await office.VisitAsync(width: 1366);
        await clerk.SignInAsync(Clerk, "/desk");
        await Expect(clerk.Page.Locator("#items")).ToContainTextAsync(code);
        var first = await clerk.Page.Locator("#items tr").First.GetAttributeAsync("data-code");

        await clerk.Page.Keyboard.PressAsync("j");
        await Expect(clerk.Page.Locator("#pane [data-key=a]")).ToBeVisibleAsync();
        await clerk.Page.Keyboard.PressAsync("a");

        await Expect(clerk.Page.Locator("#said")).ToContainTextAsync("Đã xong: Tiếp nhận");
        Assert.Equal("received", (await office.ReadAsync("clerk-muong-ang", $"/api/dossiers/{first}")).GetProperty("phase").GetString());
    }

    [BrowserFact]
    public async Task What_has_no_legal_effect_is_taken_back_by_a_key_within_ten_seconds()
    {
        var code = await office.FileAsync("citizen-763", "1.004873", "Xác nhận tình trạng hôn nhân");
        await office.TellAsync("clerk-muong-ang", $"/api/dossiers/{code}/acceptance");
        await using var officer = await office.VisitAsync(width: 1366);
        await SampleOffice.BecomeAsync(officer, "officer-muong-ang", $"/desk?list=received&code={code}");
        await Expect(officer.Page.Locator("#pane [data-key=t]")).ToBeVisibleAsync();

        await officer.Page.Keyboard.PressAsync("t");
        await Expect(officer.Page.Locator("#said")).ToContainTextAsync("Hoàn tác");
        Assert.Equal("assigned", await PhaseAsync(code));
        await officer.Page.Keyboard.PressAsync("z");

        await Expect(officer.Page.Locator("#said")).ToContainTextAsync("Đã hoàn tác");
        await Expect(officer.Page.Locator("#pane")).ToContainTextAsync(code);
        await Expect(officer.Page.Locator("#pane [data-key=t]")).ToBeVisibleAsync();
        Assert.Equal("received", await PhaseAsync(code));
        Assert.Empty(officer.Complaints);
    }

    [BrowserFact]
    public async Task Names_stand_where_ids_stood()
    {
        await using var clerk = await office.VisitAsync(width: 1366);
        await clerk.SignInAsync(Clerk, "/desk?list=assigned");
        await Expect(clerk.Page.Locator("#items")).ToContainTextAsync("Quàng Văn Dũng");

        await clerk.Page.Locator("#items a").First.ClickAsync();

        await Expect(clerk.Page.Locator("#pane")).ToContainTextAsync("Quàng Văn Dũng");
        await Expect(clerk.Page.Locator("body")).Not.ToContainTextAsync("dev-officer");
    }

    [BrowserFact]
    public async Task What_cannot_be_taken_back_is_asked_about_once_more()
    {
        await using var leader = await office.VisitAsync(width: 1366);
        await leader.SignInAsync(Leader, "/desk?list=proposed");
        await leader.Page.Locator("#items a").First.ClickAsync();
        await Expect(leader.Page.Locator("[data-key=y]")).ToBeVisibleAsync();

        await leader.Page.Keyboard.PressAsync("y");
        await Expect(leader.Page.GetByRole(AriaRole.Dialog)).ToContainTextAsync("không quay lại được");
        await leader.Button("Chưa, quay lại").ClickAsync();

        await Expect(leader.Page.Locator("#said")).ToBeEmptyAsync();
        await Expect(leader.Page.Locator("[data-key=y]")).ToBeVisibleAsync();
    }

    [BrowserFact]
    public async Task Every_key_is_listed_and_can_be_switched_off()
    {
        await using var clerk = await office.VisitAsync(width: 1366);
        await clerk.SignInAsync(Clerk, "/desk");
        await Expect(clerk.Page.Locator("#items tr").First).ToBeVisibleAsync();

        await clerk.Page.Keyboard.PressAsync("?");
        await clerk.Page.GetByLabel("Dùng phím tắt").UncheckAsync();
        await clerk.Button("Đóng").Last.ClickAsync();
        await clerk.Page.Keyboard.PressAsync("j");

        await Expect(clerk.Page.Locator("#pane")).ToBeHiddenAsync();
    }

    [BrowserFact]
    public async Task What_is_asked_for_paper_by_paper_is_given_paper_by_paper()
    {
        var code = await office.FileAsync("citizen-77", "1.004873", "uy-quyen");
        await using var clerk = await office.VisitAsync(width: 1366);
        await clerk.SignInAsync(Clerk, $"/desk?code={code}");
        await clerk.Page.Locator("[data-key=s]").ClickAsync();
        await clerk.Page.GetByLabel("Văn bản ủy quyền").CheckAsync();
        await clerk.Page.GetByLabel("Lý do", new() { Exact = true }).Locator("visible=true").FillAsync("Thiếu trang");
        await clerk.Page.Locator("#act-requestSupplement button").ClickAsync();
        await Expect(clerk.Page.Locator("#said")).ToContainTextAsync("Yêu cầu bổ sung");

        await using var citizen = await office.VisitAsync();
        await SampleOffice.BecomeAsync(citizen, "citizen-77", $"/dossier?code={code}");
        await citizen.Button("Gửi bổ sung").ClickAsync();
        await Expect(citizen.Page.Locator(".summary")).ToContainTextAsync("nói vì sao không có");
        await citizen.ChooseAsync(FilingPage.Pdf());
        await Expect(citizen.Page.Locator("#asked")).ToContainTextAsync("✓ uy-quyen.pdf");
        await citizen.Button("Gửi bổ sung").ClickAsync();

        await Expect(citizen.Page.Locator("#said")).ToContainTextAsync("Đã gửi bổ sung");
        await Expect(citizen.Page.Locator("#name")).ToBeFocusedAsync();
        Assert.Empty(citizen.Complaints);
        Assert.Empty(clerk.Complaints);
    }

    private async Task<string?> PhaseAsync(string code) =>
        (await office.ReadAsync("clerk-muong-ang", $"/api/dossiers/{code}")).GetProperty("phase").GetString();
}
