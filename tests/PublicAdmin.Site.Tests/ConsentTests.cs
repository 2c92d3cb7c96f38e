using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
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
        Assert.True((await ReadAsync("mai", code)).TryGetProperty("authority", out _));
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
        using var request = await AskingAsync("thanh", code);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await office.Http.SendAsync(request)).StatusCode);
        Assert.Empty(mai.Complaints);
    }

    private async Task<string> FileForMaiAsync()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/dossiers");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await office.TokenOfAsync("thanh"));
        request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString("N"));
        request.Content = JsonContent.Create(new
        {
            procedure = "2.000815",
            receipt = "H18.88",
            applicant = new { name = "Lò Thị Mai", personalNumber = "011195000123" },
            proxy = new { name = "Quàng Văn Thanh", personalNumber = "011078000456", authority = "Giấy ủy quyền" },
            residenceUnit = "03256",
        });
        using var answer = await office.Http.SendAsync(request);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString()!;
    }

    private async Task<JsonElement> ReadAsync(string persona, string code)
    {
        using var request = await AskingAsync(persona, code);
        using var answer = await office.Http.SendAsync(request);
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    private async Task<HttpRequestMessage> AskingAsync(string persona, string code)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, $"/api/dossiers/{code}");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await office.TokenOfAsync(persona));
        return request;
    }
}
