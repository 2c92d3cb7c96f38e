using System.Net;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace PublicAdmin.Site.Tests;

/// <summary>Whoever was filed for answers on the page of the own account: yes, or no such authority.</summary>
[Collection(nameof(SampleOffice))]
public sealed class ConsentTests(SampleOffice office)
{
    [BrowserFact]
    public async Task The_person_confirms_a_proxy_on_the_account_page_and_the_proxy_is_proven()
    {
        var code = await FileForMaiAsync();
        await using var mai = await office.VisitAsync();
        await mai.SignInAsync("Lò Thị Mai", "/me");
        var matter = mai.Page.Locator("li", new() { HasText = code });
        await Expect(matter).ToContainTextAsync("chưa xác nhận người nộp thay");

        await matter.GetByRole(AriaRole.Button, new() { Name = "Xác nhận ủy quyền" }).ClickAsync();

        await Expect(mai.Page.Locator("li", new() { HasText = code })).ToContainTextAsync("đã xác nhận người nộp thay");
        Assert.True((await office.ReadAsync("mai", $"/api/dossiers/{code}")).TryGetProperty("authority", out _));
        Assert.Empty(mai.Complaints);
    }

    [BrowserFact]
    public async Task The_person_denies_a_proxy_on_the_page_of_the_dossier_and_it_is_closed_to_the_proxy()
    {
        var code = await FileForMaiAsync();
        await using var mai = await office.VisitAsync(language: "en");
        await mai.SignInAsync("Lò Thị Mai", $"/dossier?code={code}");
        await Expect(mai.Page.Locator("[data-consent]")).ToContainTextAsync("Quàng Văn Thanh filed in your name");

        await mai.Button("I gave no authority").ClickAsync();

        await Expect(mai.Page.Locator("#said")).ToContainTextAsync("Noted: no authority.");
        using var asked = await office.SendAsync("thanh", HttpMethod.Get, $"/api/dossiers/{code}");
        Assert.Equal(HttpStatusCode.NotFound, asked.StatusCode);
        Assert.Empty(mai.Complaints);
    }

    private async Task<string> FileForMaiAsync() => (await office.TellAsync("thanh", "/api/dossiers", new
    {
        procedure = "2.000815",
        receipt = "H18.88",
        applicant = new { name = "Lò Thị Mai", personalNumber = "011195000123" },
        proxy = new { name = "Quàng Văn Thanh", personalNumber = "011078000456", authority = "Giấy ủy quyền" },
        residenceUnit = "03256",
    })).GetProperty("code").GetString()!;
}
