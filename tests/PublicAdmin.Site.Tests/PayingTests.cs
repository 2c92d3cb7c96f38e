using System.Diagnostics;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace PublicAdmin.Site.Tests;

/// <summary>A citizen pays what a dossier owes: from its page to the platform, and back to a receipt.</summary>
[Collection(nameof(SampleOffice))]
public sealed class PayingTests(SampleOffice office)
{
    [BrowserFact]
    public async Task Who_owes_a_fee_gives_up_once_pays_then_and_has_the_receipt_on_the_page()
    {
        var code = await office.OwingAsync();
        await using var mai = await office.VisitAsync();
        await mai.SignInAsync("Lò Thị Mai", $"/dossier?code={code}");
        await Expect(mai.Page.Locator("[data-pay]")).ToContainTextAsync("8.000 đ");

        await mai.Page.GetByRole(AriaRole.Link, new() { Name = "Nộp phí trực tuyến" }).ClickAsync();
        await Expect(mai.Page.Locator("[data-state=open]")).ToContainTextAsync("8.000 đ");
        Assert.Empty(await EveryPageTests.FaultsOfAsync(mai.Page));
        await mai.Page.GetByRole(AriaRole.Link, new() { Name = "Đến trang thanh toán" }).ClickAsync();
        await Expect(mai.Page.Locator("h1")).ToHaveTextAsync("Nền tảng thanh toán mẫu");
        await mai.Button("Hủy").ClickAsync();

        await Expect(mai.Page.Locator("[data-state=failed]")).ToContainTextAsync("không thành công");
        Assert.Empty(await EveryPageTests.FaultsOfAsync(mai.Page));
        await mai.Button("Tạo yêu cầu thanh toán mới").ClickAsync();
        await mai.Page.GetByRole(AriaRole.Link, new() { Name = "Đến trang thanh toán" }).ClickAsync();
        await mai.Button("Thanh toán").ClickAsync();

        await Expect(mai.Page.Locator("[data-state=paid]")).ToBeVisibleAsync();
        var receipt = mai.Page.GetByRole(AriaRole.Button, new() { Name = "Biên lai" });
        var download = await mai.Page.RunAndWaitForDownloadAsync(() => receipt.ClickAsync());
        Assert.Equal($"{code}-1.pdf", download.SuggestedFilename);
        await mai.Page.GetByRole(AriaRole.Link, new() { Name = "Về hồ sơ" }).ClickAsync();
        await Expect(mai.Page.Locator("[data-pay]")).ToContainTextAsync("Biên lai");
        await Expect(mai.Page.GetByRole(AriaRole.Link, new() { Name = "Nộp phí trực tuyến" })).ToHaveCountAsync(0);
        Assert.Empty(mai.Complaints);
    }

    [BrowserFact]
    public async Task The_code_leads_another_telephone_to_the_payment_and_the_page_says_so_by_itself_when_it_is_paid()
    {
        var code = await office.OwingAsync();
        await using var mai = await office.VisitAsync(width: 1366);
        await mai.SignInAsync("Lò Thị Mai", $"/pay?code={code}");
        await using var telephone = await office.VisitAsync();

        var scanned = await ScannedAsync(mai.Page.GetByAltText("Mã QR để thanh toán"));
        await telephone.Page.GotoAsync(scanned);
        await telephone.Button("Thanh toán").ClickAsync();

        await Expect(mai.Page.Locator("[data-state=paid]")).ToBeVisibleAsync(new() { Timeout = 20_000 });
        await Expect(mai.Page.Locator("h2").First).ToBeFocusedAsync();
        Assert.Empty(mai.Complaints);
    }

    // As a telephone sees it: from the picture on the glass.
    private static async Task<string> ScannedAsync(ILocator code)
    {
        await Expect(code).ToBeVisibleAsync();
        Assert.True(await code.EvaluateAsync<bool>("async one => { await one.decode(); return one.naturalWidth > 0; }"));
        var picture = Path.Combine(Directory.CreateTempSubdirectory("qr-").FullName, "qr.png");
        await code.ScreenshotAsync(new() { Path = picture });
        using var reader = Process.Start(
            new ProcessStartInfo("zbarimg", ["--quiet", "--raw", picture]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var read = await reader.StandardOutput.ReadToEndAsync();
        await reader.WaitForExitAsync();
        Directory.Delete(Path.GetDirectoryName(picture)!, recursive: true);
        return read.Trim();
    }
}
