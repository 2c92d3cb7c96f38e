using Microsoft.Playwright;
using PublicAdmin.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace PublicAdmin.Site.Tests;

/// <summary>A citizen pays what a dossier owes: from its page to the platform, and back to a receipt.</summary>
[Collection(nameof(SampleOffice))]
public sealed class PayingTests(SampleOffice office)
{
    private const string Clerk = "clerk-muong-ang";

    [BrowserFact]
    public async Task Who_owes_a_fee_gives_up_once_pays_then_and_has_the_receipt_on_the_page()
    {
        var code = await OwingAsync();
        await using var mai = await office.VisitAsync();
        await mai.SignInAsync("Lò Thị Mai", $"/dossier?code={code}");
        var card = mai.Page.Locator("[data-pay]");
        await Expect(card).ToContainTextAsync("8.000 đ");

        await card.GetByRole(AriaRole.Button, new() { Name = "Nộp phí trực tuyến" }).ClickAsync();
        await Expect(mai.Page.Locator("h1")).ToHaveTextAsync("Nền tảng thanh toán mẫu");
        await mai.Button("Hủy").ClickAsync();

        await Expect(card).ToContainTextAsync("không thành công");
        await card.GetByRole(AriaRole.Button, new() { Name = "Nộp phí trực tuyến" }).ClickAsync();
        await mai.Button("Thanh toán").ClickAsync();

        await Expect(card.GetByRole(AriaRole.Button, new() { Name = "Biên lai" })).ToBeVisibleAsync();
        await Expect(card.GetByRole(AriaRole.Button, new() { Name = "Nộp phí trực tuyến" })).ToHaveCountAsync(0);
        var download = await mai.Page.RunAndWaitForDownloadAsync(() => card.GetByRole(AriaRole.Button, new() { Name = "Biên lai" }).ClickAsync());
        Assert.Equal($"{code}-1.pdf", download.SuggestedFilename);
        Assert.Empty(mai.Complaints);
    }

    // Extracts of the civil status books at 8,000 đồng a copy, filed at the counter and accepted.
    private async Task<string> OwingAsync()
    {
        var filed = await office.TellAsync(Clerk, "/api/dossiers", new
        {
            procedure = "2.000635",
            receipt = "H18.88",
            applicant = new { name = "Lò Thị Mai", personalNumber = "011195000123" },
            channel = "counter",
            residenceUnit = "03256",
            placeUnit = "03256",
            returnWay = "counter",
            form = ExampleAnswers.Of("2.000635"),
            fee = new { copies = 1 },
        });
        var code = filed.GetProperty("code").GetString()!;
        await office.TellAsync(Clerk, $"/api/dossiers/{code}/acceptance");
        return code;
    }
}
