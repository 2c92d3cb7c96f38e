using Microsoft.Playwright;
using PublicAdmin.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace PublicAdmin.Site.Tests;

/// <summary>A dossier's way through the site: filed over a bad line, accepted at the desk.</summary>
[Collection(nameof(SampleOffice))]
public sealed class FilingTests(SampleOffice office)
{
    private const string Filing = "/filing?procedure=1.004873";

    [BrowserFact]
    public async Task A_dossier_filed_over_a_line_that_breaks_is_accepted_at_the_desk()
    {
        await using var citizen = await office.VisitAsync();
        await citizen.SignInAsync("Lò Thị Mai", Filing);
        await FillInAsync(citizen);
        await BreakTheLineAsync(citizen.Page);
        await ChooseFileAsync(citizen);

        // Two chunks come through, then nothing more does; the page is left and opened again.
        await Expect(citizen.Page.Locator("#papers")).ToContainTextAsync("Đang thử gửi tiếp");
        await Expect(citizen.Page.Locator("#saved")).ToContainTextAsync("Đã lưu nháp");
        await citizen.Page.UnrouteAllAsync(new() { Behavior = UnrouteBehavior.IgnoreErrors });
        await citizen.Page.ReloadAsync();

        await Expect(citizen.Page.Locator("#papers")).ToContainTextAsync("✓ uy-quyen.pdf");
        await Expect(citizen.Page.Locator("#summary")).ToHaveValueAsync("Xác nhận để đăng ký kết hôn");
        var code = await SendTwiceAsync(citizen.Page);
        Assert.Empty(citizen.Complaints);

        await using var clerk = await office.VisitAsync(width: 1280);
        await clerk.SignInAsync("Lò Thị Hương", $"/dossier?code={code}");
        await clerk.Page.GetByRole(AriaRole.Button, new() { Name = "Tiếp nhận", Exact = true }).ClickAsync();
        await Expect(clerk.Page.Locator(".verdict h2")).ToHaveTextAsync("Được tiếp nhận");
        Assert.Empty(clerk.Complaints);
    }

    [BrowserFact]
    public async Task What_the_office_refuses_is_said_beside_the_field_at_fault()
    {
        await using var citizen = await office.VisitAsync();
        await citizen.SignInAsync("Lò Thị Mai", Filing);
        await FillInAsync(citizen);
        await citizen.Page.Locator("#phone").FillAsync("12");

        await citizen.Page.GetByRole(AriaRole.Button, new() { Name = "Gửi hồ sơ" }).ClickAsync();

        await Expect(citizen.Page.Locator("#phone-error")).ToContainTextAsync("Số điện thoại");
        await Expect(citizen.Page.Locator("#phone")).ToHaveAttributeAsync("aria-invalid", "true");
        await Expect(citizen.Page.Locator("#phone")).ToBeFocusedAsync();
        Assert.Empty(citizen.Complaints);
    }

    private static async Task FillInAsync(Visitor citizen)
    {
        await citizen.Page.Locator("#summary").FillAsync("Xác nhận để đăng ký kết hôn");
        await citizen.Page.Locator("#receipt").SelectOptionAsync("H18.88");
        await citizen.Page.Locator("#residence").SelectOptionAsync("03256");
    }

    private static async Task BreakTheLineAsync(IPage page)
    {
        var passed = 0;
        await page.RouteAsync("**/chunks/*", route => Interlocked.Increment(ref passed) <= 2 ? route.ContinueAsync() : route.AbortAsync("internetdisconnected"));
    }

    private static Task ChooseFileAsync(Visitor citizen) => citizen.Page.Locator("#file-uy-quyen").SetInputFilesAsync(
        new FilePayload { Name = "uy-quyen.pdf", MimeType = "application/pdf", Buffer = SampleScans.Pdf(content: $"% {Convert.ToHexString(System.Security.Cryptography.RandomNumberGenerator.GetBytes(400_000))}") });

    // The first answer is lost on the way: the office has filed, the page does not know and asks again.
    private static async Task<string> SendTwiceAsync(IPage page)
    {
        var asked = 0;
        await page.RouteAsync("**/api/dossiers", async route =>
        {
            await (Interlocked.Increment(ref asked) == 1 ? LoseAnswerAsync(route) : route.ContinueAsync());
        });
        await page.GetByRole(AriaRole.Button, new() { Name = "Gửi hồ sơ" }).ClickAsync();
        var code = await page.Locator("#code").TextContentAsync();
        Assert.Equal(2, asked);

        await page.GotoAsync("/dossiers");
        await Expect(page.GetByText(code!)).ToHaveCountAsync(1);
        Assert.Equal(1, await page.Locator("#mine").GetByText("Mới đăng ký").CountAsync() - OfTheSampleMorning);
        return code!;
    }

    private const int OfTheSampleMorning = 1;

    private static async Task LoseAnswerAsync(IRoute route)
    {
        await route.FetchAsync();
        await route.AbortAsync("connectionreset");
    }
}
