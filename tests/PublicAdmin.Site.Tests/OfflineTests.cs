using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace PublicAdmin.Site.Tests;

/// <summary>A telephone in a valley without a line: pages open, what was seen last is shown, and a filing waits and becomes one dossier.</summary>
[Collection(nameof(SampleOffice))]
public sealed class OfflineTests(SampleOffice office)
{
    private const string Summary = "Nộp khi không có mạng";

    [BrowserFact]
    public async Task A_filing_made_without_a_line_becomes_exactly_one_dossier_with_its_papers_when_the_line_is_back()
    {
        await using var citizen = await office.VisitAsync(keeps: true);
        await citizen.SignInAsync("Lò Thị Mai", "/dossiers");
        await KeptAsync(citizen.Page);
        await citizen.LineAsync(up: false);

        await citizen.Page.GotoAsync(FilingPage.MaritalStatus);
        await citizen.FillWhoAsync();
        await citizen.FillOwnFormAsync();
        await citizen.Page.Locator("#summary").FillAsync(Summary);
        await citizen.ContinueAsync();
        await citizen.ChooseAsync(FilingPage.Pdf());
        await citizen.ContinueAsync();
        await citizen.FillWayAsync();
        await citizen.SendAsync();

        await Expect(citizen.Page.Locator("#held")).ToContainTextAsync("CHƯA nộp");
        await Expect(citizen.Page.Locator("#held")).ToContainTextAsync("Lò Thị Mai");
        await citizen.Page.GotoAsync("/dossiers");
        await Expect(citizen.Page.Locator("#waiting")).ToContainTextAsync("1 hồ sơ đang chờ gửi");
        Assert.Empty(await FiledAsync());

        var second = await citizen.NewTabAsync();
        await second.GotoAsync("/waiting");
        await citizen.LineAsync(up: true);

        await Expect(second.Locator("#held")).ToContainTextAsync("✓ Đã nộp", new() { Timeout = 60_000 });
        var filed = Assert.Single(await FiledAsync());
        await second.Locator("#held a").ClickAsync();
        await Expect(second.Locator("#code")).ToHaveTextAsync(filed.GetProperty("code").GetString()!);
        Assert.NotEmpty((await GetAsync($"/api/dossiers/{filed.GetProperty("code").GetString()}/documents")).GetProperty("items").EnumerateArray());
        await Expect(citizen.Page.Locator("#waiting")).ToBeHiddenAsync();
    }

    [BrowserFact]
    public async Task What_was_seen_last_is_shown_with_its_age_and_goes_when_its_owner_signs_out()
    {
        await using var citizen = await office.VisitAsync(keeps: true);
        await citizen.SignInAsync("Lò Thị Mai", "/dossiers");
        await KeptAsync(citizen.Page);
        await citizen.Page.ReloadAsync();
        await Expect(citizen.Page.Locator("#mine a.name").First).ToBeVisibleAsync();
        var first = await citizen.Page.Locator("#mine a.name").First.TextContentAsync();

        await citizen.LineAsync(up: false);
        await citizen.Page.GotoAsync("/dossiers");

        await Expect(citizen.Page.Locator("#mine a.name").First).ToHaveTextAsync(first!);
        await Expect(citizen.Page.Locator("#offline")).ToContainTextAsync("bản lưu trên máy này lúc");

        await citizen.LineAsync(up: true);
        await citizen.Page.ReloadAsync();
        await citizen.Page.Locator("#sign-out").EvaluateAsync("button => button.click()");
        await citizen.Page.WaitForURLAsync(address => new Uri(address).AbsolutePath == "/");
        Assert.False(await citizen.Page.EvaluateAsync<bool>("caches.has('kept')"));
    }

    // The worker has the pages, and the catalogue with this procedure's form.
    private static Task KeptAsync(IPage page) => page.WaitForFunctionAsync(
        "async () => navigator.serviceWorker.controller && Boolean(await caches.match('/waiting', { ignoreVary: true }))"
        + " && Boolean(await caches.match('/api/procedures/1.004873/form', { ignoreVary: true }))",
        null, new() { Timeout = 60_000 });

    private async Task<IReadOnlyList<JsonElement>> FiledAsync() =>
        [.. (await GetAsync("/api/dossiers?limit=100")).GetProperty("items").EnumerateArray()
            .Where(dossier => dossier.GetProperty("summary").GetString() == Summary)];

    private async Task<JsonElement> GetAsync(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await office.TokenOfAsync("citizen-lo-thi-mai"));
        using var answer = await office.Http.SendAsync(request);
        answer.EnsureSuccessStatusCode();
        return JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
    }
}
