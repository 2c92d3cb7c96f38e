using static Microsoft.Playwright.Assertions;

namespace PublicAdmin.Site.Tests;

/// <summary>The line to the counter breaks: what people hand in waits on the clerk's device, becomes one dossier each, and no money is entered.</summary>
[Collection(nameof(SampleOffice))]
public sealed class OfflineCounterTests(SampleOffice office)
{
    private const string Clerk = "Lò Thị Hương";
    private const string Number = "011195000791";
    private const string Card = $"{Number}||Quàng Thị Mẩy|02031995|Nữ|Bản Tát, Mường Ảng, Điện Biên|01082021";

    private const string Kept = """
        async () => {
            const has = async address => Boolean(await caches.match(address, { ignoreVary: true, ignoreSearch: true }));
            const all = await Promise.all(["/waiting", "/counter", "/api/procedures/1.004873/form"].map(has));
            return Boolean(navigator.serviceWorker.controller) && all.every(Boolean);
        }
        """;

    [BrowserFact]
    public async Task What_is_taken_in_without_a_line_becomes_one_dossier_with_its_papers_to_be_accepted()
    {
        await using var clerk = await office.VisitAsync(width: 1366, keeps: true);
        await clerk.SignInAsync(Clerk, "/counter");
        await KeptAsync(clerk);
        await clerk.LineAsync(up: false);
        await FillAsync(clerk);
        await clerk.Page.Locator("#receipt").FillAsync("BL 12");

        await clerk.Button("Tiếp nhận và in giấy hẹn").ClickAsync();
        await Expect(clerk.Page.Locator("#fee-card .error")).ToContainTextAsync("Mất mạng: chưa ghi thu được");
        await clerk.Page.Locator("#receipt").FillAsync("");
        await clerk.Button("Tiếp nhận và in giấy hẹn").ClickAsync();

        await Expect(clerk.Page.Locator("#held")).ToContainTextAsync("CHƯA nộp");
        await Expect(clerk.Page.Locator("#held")).ToContainTextAsync("Quàng Thị Mẩy");
        await Expect(clerk.Page.Locator("#next-person a")).ToBeVisibleAsync();
        await clerk.LineAsync(up: true);
        await Expect(clerk.Page.Locator("#held")).ToContainTextAsync("✓ Đã nộp", new() { Timeout = 120_000 });
        await clerk.Page.GetByText("Mở hồ sơ để tiếp nhận").ClickAsync();
        await Expect(clerk.Page.Locator("#pane [data-key=a]")).ToBeVisibleAsync();
        var code = new Uri(clerk.Page.Url).Query.Split("code=")[1].Split('&')[0];
        var papers = await office.ReadAsync("clerk-muong-ang", $"/api/dossiers/{code}/documents");
        Assert.Single(papers.EnumerateArray(), paper => paper.GetProperty("component").GetString() == "to-khai");
        var found = await office.TellAsync("clerk-muong-ang", "/api/search", new { q = Number });
        Assert.Single(found.GetProperty("items").EnumerateArray());
    }

    private static async Task FillAsync(Visitor clerk)
    {
        await clerk.Page.GotoAsync("/counter?procedure=1.004873");
        await Expect(clerk.Page.Locator("[data-own]").First).ToBeVisibleAsync();
        await clerk.Page.Locator("#card").FillAsync(Card);
        await clerk.Page.Locator("#on-paper").CheckAsync();
        await clerk.FillPlaceAsync();
        await clerk.Page.Locator("#file-to-khai").SetInputFilesAsync(FilingPage.Pdf("to-khai.pdf"));
    }

    // A second look, as the first began before the worker was there.
    private static async Task KeptAsync(Visitor clerk)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        await clerk.Page.WaitForFunctionAsync("() => navigator.serviceWorker.controller");
        await clerk.Page.ReloadAsync();
        while (!await clerk.Page.EvaluateAsync<bool>(Kept))
        {
            await Task.Delay(100, patience.Token);
        }
    }
}
