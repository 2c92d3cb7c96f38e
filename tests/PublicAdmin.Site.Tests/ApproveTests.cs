using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace PublicAdmin.Site.Tests;

/// <summary>The leader's stack: the very paper beside the data, marks that can be taken back, signatures that cannot, and a result for each dossier.</summary>
[Collection(nameof(SampleOffice))]
public sealed class ApproveTests(SampleOffice office)
{
    private const string Leader = "Lường Văn Thành";

    [BrowserTheory]
    [InlineData(390)]
    [InlineData(1366)]
    public async Task Five_dossiers_are_approved_and_signed_in_eight_presses_each_after_its_paper_was_seen(int width)
    {
        var codes = await FiveAsync(width);
        await using var leader = await office.VisitAsync(width: width);
        await leader.SignInAsync(Leader, "/approve");
        var presses = 0;
        foreach (var code in codes)
        {
            await ComeToAsync(leader, code);
            await leader.Page.Keyboard.PressAsync("y");
            presses++;
            await Expect(leader.Page.Locator($"#stack [data-code=\"{code}\"] .tag.good")).ToBeVisibleAsync();
        }

        await leader.Page.Keyboard.PressAsync("Enter");
        await Expect(leader.Page.GetByRole(AriaRole.Dialog)).ToContainTextAsync("Công dân số");
        await leader.Page.Keyboard.PressAsync("y");
        presses += 2;

        await Expect(leader.Page.Locator("#result-rows .tag.good")).ToHaveCountAsync(5, new() { Timeout = 60_000 });
        await Expect(leader.Page.Locator("#result-rows")).ToContainTextAsync("Đã duyệt và ký");
        Assert.InRange(presses, 5, 8);
        var phases = await Task.WhenAll(codes.Select(code => office.ReadAsync("leader-muong-ang", $"/api/dossiers/{code}")));
        Assert.All(phases, dossier => Assert.Equal("approved", dossier.GetProperty("phase").GetString()));
        await Expect(leader.Page.Locator("body")).Not.ToContainTextAsync("dev-officer");
        Assert.Empty(leader.Complaints);
    }

    [BrowserFact]
    public async Task A_mark_is_taken_back_and_an_answer_of_no_signs_nothing()
    {
        var code = await ProposedAsync("citizen-731");
        await using var leader = await office.VisitAsync(width: 1366);
        await leader.SignInAsync(Leader, "/approve");
        await ComeToAsync(leader, code);
        await leader.Page.Keyboard.PressAsync("y");
        await leader.Page.Locator("#sign").ClickAsync();
        await leader.Button("Chưa, quay lại").ClickAsync();

        await ComeToAsync(leader, code);
        await leader.Page.Keyboard.PressAsync("y");

        await Expect(leader.Page.Locator("#sign-bar")).ToBeHiddenAsync();
        Assert.Equal("proposed", (await office.ReadAsync("leader-muong-ang", $"/api/dossiers/{code}")).GetProperty("phase").GetString());
        Assert.Empty(leader.Complaints);
    }

    [BrowserFact]
    public async Task What_will_not_do_goes_back_with_a_reason_and_the_next_comes_by_itself()
    {
        var code = await ProposedAsync("citizen-732");
        await ProposedAsync("citizen-733");
        await using var leader = await office.VisitAsync(width: 1366);
        await leader.SignInAsync(Leader, "/approve");
        await ComeToAsync(leader, code);

        await leader.Page.Keyboard.PressAsync("b");
        await leader.Page.Keyboard.TypeAsync("Viết lại họ tên theo giấy khai sinh.");
        await leader.Page.Locator("#act-sendBack button").ClickAsync();

        await Expect(leader.Page.Locator("#said")).ToContainTextAsync("Đã trả lại chuyên viên: Công dân số 732");
        await Expect(leader.Page.Locator($"#stack [data-code=\"{code}\"]")).ToHaveCountAsync(0);
        await Expect(leader.Page.Locator(".sheets img").First).ToBeVisibleAsync();
        Assert.Empty(leader.Complaints);
    }

    private async Task<List<string>> FiveAsync(int first)
    {
        var codes = new List<string>();
        for (var n = 0; n < 5; n++)
        {
            codes.Add(await ProposedAsync($"citizen-{first + n}"));
        }

        return codes;
    }

    private static async Task ComeToAsync(Visitor leader, string code)
    {
        await leader.Page.Locator($"#stack [data-code=\"{code}\"]").ClickAsync();
        await Expect(leader.Page.Locator("#one[aria-busy=false]")).ToContainTextAsync(code);
        await Expect(leader.Page.Locator(".sheets img").First).ToBeVisibleAsync();
    }

    private async Task<string> ProposedAsync(string citizen)
    {
        var code = await office.FileAsync(citizen, "1.004873", "Xác nhận tình trạng hôn nhân");
        await office.TellAsync("clerk-muong-ang", $"/api/dossiers/{code}/acceptance");
        await office.TellAsync("officer-muong-ang", $"/api/dossiers/{code}/taking");
        await office.ProposeAsync("officer-muong-ang", code);
        return code;
    }
}
