using Microsoft.Playwright;
using PublicAdmin.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace PublicAdmin.Site.Tests;

/// <summary>A telephone at the counter: its camera's pages land at the component the clerk chose, and make the dossier.</summary>
[Collection(nameof(SampleOffice))]
public sealed class CounterPhoneTests(SampleOffice office)
{
    private const string Clerk = "Lò Thị Hương";
    private const string Card = "011195000778||Quàng Thị Yến|02031995|Nữ|Bản Tát, Mường Ảng, Điện Biên|01082021";

    [BrowserFact]
    public async Task What_a_paired_telephone_takes_lands_at_the_clerks_component()
    {
        await using var clerk = await office.VisitAsync(width: 1366);
        await clerk.SignInAsync(Clerk, "/counter?procedure=1.004873");
        await Expect(clerk.Page.Locator("[data-own]").First).ToBeVisibleAsync();
        await clerk.Page.Locator("#card").FillAsync(Card);
        await clerk.Page.Locator("#on-paper").CheckAsync();
        var begun = await clerk.Page.RunAndWaitForResponseAsync(
            () => clerk.Page.Locator("#pair-phone").ClickAsync(), answer => answer.Url.EndsWith("/api/phone-pairings", StringComparison.Ordinal));
        var address = (await begun.JsonAsync())!.Value.GetProperty("address").GetString()!;
        await Expect(clerk.Page.Locator("#phone-scan img")).ToBeVisibleAsync();
        await Expect(clerk.Page.Locator("#phone-component")).ToBeFocusedAsync();

        await using var phone = await office.VisitAsync(width: 390);
        await phone.GoAsync($"/phone#{new Uri(address).Fragment.TrimStart('#')}");
        Assert.DoesNotContain("#", phone.Page.Url, StringComparison.Ordinal); // The secret is gone from the address.
        await phone.Page.Locator("#shoot").SetInputFilesAsync(Picture());
        await Expect(phone.Page.Locator("#phone-said")).ToContainTextAsync("✓ Đã gửi trang 1");
        await phone.Page.ReloadAsync(); // In the middle: the telephone goes on.
        await Expect(phone.Page.GetByText("Chụp trang giấy")).ToBeVisibleAsync();

        await Expect(clerk.Page.Locator("#papers")).ToContainTextAsync("✓ dien-thoai-01");
        await Expect(clerk.Page.Locator("#phone-scan")).ToContainTextAsync("đã nhận 1 trang");
        await clerk.FillPlaceAsync();
        await clerk.Button("Tiếp nhận và in giấy hẹn").ClickAsync();
        await Expect(clerk.Page.Locator("#taken .secret").First).ToContainTextAsync("H18");
        Assert.Empty(clerk.Complaints);
        Assert.Empty(phone.Complaints);
    }

    [BrowserFact]
    public async Task A_second_telephone_is_told_that_the_code_was_used_and_one_without_a_code_where_it_is()
    {
        await using var clerk = await office.VisitAsync();
        await clerk.SignInAsync(Clerk, "/counter");
        var begun = await office.TellAsync("clerk-muong-ang", "/api/phone-pairings", new { onBehalfOf = "011195000778" });
        var fragment = new Uri(begun.GetProperty("address").GetString()!).Fragment;
        await using var first = await office.VisitAsync();
        await first.GoAsync($"/phone{fragment}");
        await Expect(first.Page.GetByText("Chụp trang giấy")).ToBeVisibleAsync();

        await using var second = await office.VisitAsync();
        await second.GoAsync($"/phone{fragment}");
        await Expect(second.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("đã dùng");
        await second.Page.GotoAsync("/about");
        await second.GoAsync("/phone");

        await Expect(second.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Hãy quét mã QR ở màn hình của quầy");
    }

    private static FilePayload Picture() => new() { Name = "IMG_0001.png", MimeType = "image/png", Buffer = SampleScans.Png() };
}
