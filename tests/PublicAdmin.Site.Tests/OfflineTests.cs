using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace PublicAdmin.Site.Tests;

/// <summary>A telephone in a valley without a line: pages open, what was seen last is shown, and a filing waits and becomes one dossier.</summary>
[Collection(nameof(SampleOffice))]
public sealed class OfflineTests(SampleOffice office)
{
    private const string Kept = """
        async () => {
            const has = async address => Boolean(await caches.match(address, { ignoreVary: true }));
            return Boolean(navigator.serviceWorker.controller) && await has("/waiting") && await has("/api/procedures/1.004873/form");
        }
        """;

    [BrowserFact]
    public async Task A_filing_made_without_a_line_becomes_exactly_one_dossier_with_its_papers_when_the_line_is_back()
    {
        await using var citizen = await office.VisitAsync(keeps: true);
        await citizen.SignInAsync("Lò Thị Mai", "/dossiers");
        await KeptAsync(citizen.Page);
        var before = await CodesAsync();
        await citizen.LineAsync(up: false);

        await FileAsync(citizen);

        await Expect(citizen.Page.Locator("#held")).ToContainTextAsync("CHƯA nộp");
        await Expect(citizen.Page.Locator("#held")).ToContainTextAsync("Lò Thị Mai");
        await citizen.Page.GotoAsync("/dossiers");
        await Expect(citizen.Page.Locator("#waiting")).ToContainTextAsync("1 hồ sơ đang chờ gửi");
        Assert.Equal(before, await CodesAsync());

        var second = await citizen.NewTabAsync();
        await second.GotoAsync("/waiting");
        await citizen.LineAsync(up: true);

        await Expect(second.Locator("#held")).ToContainTextAsync("✓ Đã nộp", new() { Timeout = 120_000 });
        var code = Assert.Single(await SinceAsync(before));
        await second.Locator("#held a").ClickAsync();
        await Expect(second.Locator("#code")).ToHaveTextAsync(code);
        Assert.NotEmpty((await GetAsync($"/api/dossiers/{code}/documents")).EnumerateArray());
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
        await Expect(citizen.Page).ToHaveURLAsync("/");
        Assert.False(await citizen.Page.EvaluateAsync<bool>("caches.has('mine')"));
        Assert.False(await citizen.Page.EvaluateAsync<bool>("async () => Boolean(await caches.match('/api/dossiers?limit=20', { ignoreVary: true }))"));
    }

    private static async Task FileAsync(Visitor citizen)
    {
        await citizen.Page.GotoAsync(FilingPage.MaritalStatus);
        await citizen.FillWhoAsync();
        await citizen.FillOwnFormAsync();
        await citizen.Page.Locator("#summary").FillAsync("Nộp khi không có mạng");
        await citizen.ContinueAsync();
        await citizen.ChooseAsync(FilingPage.Pdf());
        await citizen.ContinueAsync();
        await citizen.FillWayAsync();
        await citizen.SendAsync();
    }

    // The worker has the pages, and the catalogue with this procedure's form.
    private static async Task KeptAsync(IPage page)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (!await page.EvaluateAsync<bool>(Kept))
        {
            await Task.Delay(100, patience.Token);
        }
    }

    // Lists follow a filing after a moment.
    private async Task<IReadOnlyList<string>> SinceAsync(IReadOnlyList<string> before)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        IReadOnlyList<string> now;
        while ((now = await CodesAsync()).Count == before.Count)
        {
            await Task.Delay(100, patience.Token);
        }

        return [.. now.Except(before)];
    }

    private async Task<IReadOnlyList<string>> CodesAsync() =>
        [.. (await GetAsync("/api/dossiers?limit=100")).GetProperty("items").EnumerateArray().Select(dossier => dossier.GetProperty("code").GetString()!)];

    private async Task<JsonElement> GetAsync(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await office.TokenOfAsync("mai"));
        using var answer = await office.Http.SendAsync(request);
        answer.EnsureSuccessStatusCode();
        return JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
    }
}
