using Microsoft.Playwright;
using PublicAdmin.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace PublicAdmin.Site.Tests;

/// <summary>At the desk what was given by mistake is taken back, and several at once are warned of as each alone would have been.</summary>
[Collection(nameof(SampleOffice))]
public sealed class DeskBatchTests(SampleOffice office)
{
    private const string Clerk = "Lò Thị Hương";
    private const string Leader = "Lường Văn Thành";
    private const string Marital = "1.004873";

    [BrowserTheory]
    [InlineData(390)]
    [InlineData(1366)]
    public async Task A_first_assignment_is_taken_back_within_ten_seconds(int width)
    {
        var code = await office.FileAsync("citizen-771", Marital, "Xác nhận tình trạng hôn nhân");
        await office.TellAsync("clerk-muong-ang", $"/api/dossiers/{code}/acceptance");
        await using var leader = await office.VisitAsync(width: width);
        await leader.SignInAsync(Leader, $"/desk?list=received&code={code}");
        await leader.Page.Locator("#pane .acts").GetByRole(AriaRole.Button, new() { NameRegex = new("^Phân công") }).ClickAsync();
        await leader.Page.Locator("#assign-handler").SelectOptionAsync(new SelectOptionValue { Label = "Quàng Văn Dũng" });
        await leader.Page.Locator("#act-assign button").ClickAsync();
        await Expect(leader.Page.Locator("#said")).ToContainTextAsync("Đã xong: Phân công");
        Assert.Equal("assigned", await PhaseAsync(code));

        await leader.Button("Hoàn tác").ClickAsync();

        await Expect(leader.Page.Locator("#said")).ToContainTextAsync("Đã hoàn tác");
        Assert.Equal("received", await PhaseAsync(code));
        Assert.Empty(leader.Complaints);
    }

    [BrowserFact]
    public async Task Several_are_accepted_only_after_what_each_alone_would_have_warned_of_was_read()
    {
        var codes = new[] { await AtCounterAsync(), await AtCounterAsync() };
        await using var clerk = await office.VisitAsync(width: 1366);
        await clerk.SignInAsync(Clerk, "/desk?list=registered");
        await TickAsync(clerk, codes);

        await clerk.Page.Locator("#batch").GetByRole(AriaRole.Button, new() { Name = "Tiếp nhận" }).ClickAsync();
        var dialog = clerk.Page.GetByRole(AriaRole.Dialog);
        await Expect(dialog).ToContainTextAsync($"{codes[0]}: Hồ sơ chưa có giấy tờ nào được số hóa");
        await Expect(dialog).ToContainTextAsync("có nhiều hồ sơ cùng thủ tục trong số này");
        await clerk.Button("Chưa, quay lại").ClickAsync();
        Assert.Equal("registered", await PhaseAsync(codes[0]));
        await clerk.Page.Locator("#batch").GetByRole(AriaRole.Button, new() { Name = "Tiếp nhận" }).ClickAsync();
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Tiếp nhận" }).ClickAsync();

        await Expect(clerk.Page.Locator("#said")).ToContainTextAsync("2");
        Assert.Equal(["received", "received"], [await PhaseAsync(codes[0]), await PhaseAsync(codes[1])]);
        Assert.Empty(clerk.Complaints);
    }

    [BrowserFact]
    public async Task Without_anything_to_warn_of_they_are_done_at_one_press()
    {
        var codes = new[]
        {
            await office.FileAsync("citizen-781", Marital, "Xác nhận tình trạng hôn nhân"),
            await office.FileAsync("citizen-782", Marital, "Xác nhận tình trạng hôn nhân"),
        };
        await using var clerk = await office.VisitAsync(width: 1366);
        await clerk.SignInAsync(Clerk, "/desk?list=registered");
        await TickAsync(clerk, codes);

        await clerk.Page.Locator("#batch").GetByRole(AriaRole.Button, new() { Name = "Tiếp nhận" }).ClickAsync();

        await Expect(clerk.Page.Locator("#said")).ToContainTextAsync("2");
        Assert.Equal(["received", "received"], [await PhaseAsync(codes[0]), await PhaseAsync(codes[1])]);
    }

    private async Task<string> PhaseAsync(string code) =>
        (await office.ReadAsync("clerk-muong-ang", $"/api/dossiers/{code}")).GetProperty("phase").GetString()!;

    // At the counter, with nothing scanned.
    private async Task<string> AtCounterAsync() => (await office.TellAsync("clerk-muong-ang", "/api/dossiers", new
    {
        procedure = Marital,
        receipt = "H18.88",
        channel = "counter",
        applicant = new { name = "Vàng A Lử", personalNumber = "011090005550" },
        residenceUnit = "03256",
        returnWay = "counter",
        form = ExampleAnswers.Of(Marital),
    })).GetProperty("code").GetString()!;

    private static async Task TickAsync(Visitor visitor, IEnumerable<string> codes)
    {
        foreach (var code in codes)
        {
            await visitor.Page.Locator($"#items tr[data-code='{code}'] input").CheckAsync();
        }
    }
}
