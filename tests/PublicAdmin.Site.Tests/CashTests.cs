using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace PublicAdmin.Site.Tests;

/// <summary>A cashier's day at the desk: money taken for a dossier, a receipt put right, the drawer counted and the day closed.</summary>
[Collection(nameof(SampleOffice))]
public sealed class CashTests(SampleOffice office)
{
    [BrowserFact]
    public async Task A_cashier_takes_money_prints_replaces_cancels_and_closes_the_day_with_a_reason()
    {
        var (first, second) = (await office.OwingAsync(), await office.OwingAsync());
        await using var cashier = await office.VisitAsync();
        await SampleOffice.BecomeAsync(cashier, "cashier-muong-ang", "/cash");

        await TakeAsync(cashier, first);
        await PrintAsync(cashier, first);
        await TakeAsync(cashier, second);
        await ChangeAsync(cashier, first, "Lập biên lai thay thế");
        await TypeWhileItRefreshesAsync(cashier, () => ChangeAsync(cashier, second, "Hủy: không có khoản thu này"));
        await Expect(LineOf(cashier, first)).ToContainTextAsync("Đã thay bằng");
        await Expect(LineOf(cashier, second)).ToContainTextAsync("Đã hủy");
        await Expect(cashier.Page.Locator("#book .big")).ToHaveTextAsync("8.000 đ");
        Assert.Empty(await EveryPageTests.FaultsOfAsync(cashier.Page));

        await CloseAsync(cashier);

        await Expect(cashier.Page.Locator("[data-closed]")).ToContainTextAsync("Thối nhầm 1.000 đồng");
        await FindAsync(cashier, second);
        await cashier.Button("Thu tiền và lập biên lai").ClickAsync();
        await Expect(cashier.Page.Locator("#chosen [role=alert]")).ToContainTextAsync("đã khóa");
        Assert.Empty(await EveryPageTests.FaultsOfAsync(cashier.Page));
        Assert.Empty(cashier.Complaints);
    }

    [BrowserFact]
    public async Task Whoever_pays_by_the_code_on_the_glass_of_the_desk_has_the_receipt_there()
    {
        var code = await office.OwingAsync();
        await using var clerk = await office.VisitAsync(width: 1366);
        await SampleOffice.BecomeAsync(clerk, "clerk-muong-ang", "/cash");
        await FindAsync(clerk, code);
        await clerk.Button("Thu bằng mã QR").ClickAsync();
        await Expect(clerk.Page.GetByAltText("Mã QR để thanh toán")).ToBeVisibleAsync();

        var order = await office.ReadAsync("mai", $"/api/dossiers/{code}/payment-order");
        await using var payer = await office.VisitAsync();
        await payer.Page.GotoAsync($"/dev/payments/{order.GetProperty("reference").GetString()}");
        await payer.Button("Thanh toán").ClickAsync();

        await Expect(clerk.Page.Locator("#chosen")).ToContainTextAsync("Đã thu 8.000 đ", new() { Timeout = 20_000 });
        Assert.Empty(clerk.Complaints);
    }

    private static ILocator LineOf(Visitor cashier, string code) => cashier.Page.Locator("#book li", new() { HasText = code });

    private static async Task FindAsync(Visitor cashier, string code)
    {
        await cashier.Page.Locator("#q").FillAsync(code);
        await cashier.Button("Tìm").ClickAsync();
        await Expect(cashier.Page.Locator("[data-chosen]")).ToContainTextAsync(code);
    }

    private static async Task TakeAsync(Visitor cashier, string code)
    {
        await FindAsync(cashier, code);
        await Expect(cashier.Page.Locator("#amount")).ToHaveValueAsync("8000");
        await cashier.Button("Thu tiền và lập biên lai").ClickAsync();
        await Expect(cashier.Page.Locator("#chosen")).ToContainTextAsync("Đã thu 8.000 đ");
        await Expect(LineOf(cashier, code)).ToContainTextAsync("8.000 đ");
    }

    private static async Task PrintAsync(Visitor cashier, string code)
    {
        var download = await cashier.Page.RunAndWaitForDownloadAsync(() =>
            cashier.Page.Locator("#chosen").GetByRole(AriaRole.Button, new() { Name = "Biên lai (PDF)" }).ClickAsync());
        Assert.Equal($"{code}-1.pdf", download.SuggestedFilename);
    }

    private static async Task CloseAsync(Visitor cashier)
    {
        await cashier.Page.Locator("#closing button").ClickAsync();
        await Expect(cashier.Page.Locator("#closing [role=alert]")).ToContainTextAsync("phải ghi lý do");
        await cashier.Page.GetByLabel("Lý do chênh lệch").FillAsync("Thối nhầm 1.000 đồng");
        await cashier.Page.Locator("#closing button").ClickAsync();
    }

    // The book comes anew two seconds after the act, while the next thing is being typed: nothing shuts and nothing is lost.
    private static async Task TypeWhileItRefreshesAsync(Visitor cashier, Func<Task> act)
    {
        await cashier.Page.RouteAsync("**/cash/*", async route =>
        {
            await Task.Delay(2_000);
            await route.ContinueAsync();
        });
        await act();
        await cashier.Page.Locator("#closing summary").ClickAsync();
        await cashier.Page.GetByLabel("Tiền đếm được").FillAsync("7000");
        await Expect(cashier.Page.Locator("#book")).ToContainTextAsync("Đã hủy");
        await Expect(cashier.Page.GetByLabel("Tiền đếm được")).ToBeFocusedAsync();
        await Expect(cashier.Page.GetByLabel("Tiền đếm được")).ToHaveValueAsync("7000");
        await cashier.Page.UnrouteAsync("**/cash/*");
    }

    private static async Task ChangeAsync(Visitor cashier, string code, string how)
    {
        var line = LineOf(cashier, code);
        await line.Locator("summary").ClickAsync();
        await line.GetByLabel("Lý do").FillAsync("Ghi nhầm");
        await line.GetByRole(AriaRole.Button, new() { Name = how }).ClickAsync();
    }
}
