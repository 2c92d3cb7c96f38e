using System.Diagnostics;
using System.Text.Json;
using Microsoft.Playwright;
using PublicAdmin.Embedded;
using static Microsoft.Playwright.Assertions;

namespace PublicAdmin.Site.Tests;

/// <summary>
/// What somebody sees who starts the office for the first time: an invented province on every page, within a minute. Alone, after the others: the province is
/// made by whoever has nothing else to do, and beside four browsers nobody has.
/// </summary>
[Collection(nameof(ProvinceTests))]
[CollectionDefinition(nameof(ProvinceTests), DisableParallelization = true)]
public sealed class ProvinceTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3); // On a machine with nothing else to do it takes fifteen seconds.

    [BrowserFact]
    public async Task Every_page_of_a_new_office_has_something_to_show_and_the_first_answer_does_not_wait_for_it()
    {
        var folder = Directory.CreateTempSubdirectory("province-");
        await using var office = EmbeddedOffice.Build(
            ["--urls=http://127.0.0.1:0", $"--Embedded:Folder={folder.FullName}", "--Logging:LogLevel:Default=Error"]);
        await office.StartAsync();
        using var http = new HttpClient { BaseAddress = new Uri(office.Urls.First()) };
        var since = Stopwatch.StartNew();
        using var first = await http.GetAsync("/");
        Assert.True(first.IsSuccessStatusCode && since.Elapsed < TimeSpan.FromSeconds(5), $"{since.Elapsed}");

        var told = await WholeAsync(Path.Combine(folder.FullName, "sample-province.json"));
        Assert.Equal(0, told.GetProperty("refused").GetInt32());

        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(
            new() { ExecutablePath = "/usr/bin/chromium", Args = ["--no-sandbox", "--disable-gpu"] });
        await using var visitor = await VisitAsync(browser, http.BaseAddress!);
        await SeeThePublicPagesAsync(visitor);
        await SeeTheDeskAsync(visitor);
        await SeeTheBoardAsync(visitor);
        Assert.Empty(visitor.Complaints);
        await office.StopAsync();
    }

    private static async Task SeeThePublicPagesAsync(Visitor visitor)
    {
        await visitor.GoAsync("/stats");
        await Expect(visitor.Page.Locator(".numbers b").First).ToHaveTextAsync(new System.Text.RegularExpressions.Regex("^[1-9][0-9]{2}"));
        Assert.True(await visitor.Page.Locator("tbody tr").CountAsync() > 10);
        await visitor.GoAsync("/wall");
        Assert.True(await visitor.Page.Locator(".heat tbody tr").CountAsync() > 8);
    }

    private static async Task SeeTheDeskAsync(Visitor visitor)
    {
        await SampleOffice.BecomeAsync(visitor, "officer-muong-ang", "/desk?list=all");
        await Expect(visitor.Page.Locator("#items tr").Nth(8)).ToBeVisibleAsync();
        Assert.Empty(await EveryPageTests.FaultsOfAsync(visitor.Page));
        await visitor.GoAsync("/desk?list=assigned");
        await visitor.Page.Locator("#items tr", new() { HasText = "Thay đổi, cải chính" }).First.ClickAsync();
        await Expect(visitor.Page.Locator("#pane")).ToContainTextAsync("Tờ khai");
        await SampleOffice.BecomeAsync(visitor, "leader-muong-ang", "/approve");
        await Expect(visitor.Page.Locator("main")).ToContainTextAsync("Lò Thị Mai");
    }

    private static async Task SeeTheBoardAsync(Visitor visitor)
    {
        await SampleOffice.BecomeAsync(visitor, "supervisor-province", "/board");
        await Expect(visitor.Page.Locator(".heat tbody tr").Nth(8)).ToBeVisibleAsync();
        await Expect(visitor.Page.Locator("main")).ToContainTextAsync(new System.Text.RegularExpressions.Regex("Cần can thiệp: [1-9]"));
        Assert.Empty(await EveryPageTests.FaultsOfAsync(visitor.Page));
    }

    private static async Task<Visitor> VisitAsync(IBrowser browser, Uri address)
    {
        var context = await browser.NewContextAsync(new()
        {
            BaseURL = address.AbsoluteUri,
            Locale = "vi",
            ServiceWorkers = ServiceWorkerPolicy.Block,
            ViewportSize = new() { Width = 1366, Height = 768 },
        });
        return new Visitor(context, await context.NewPageAsync());
    }

    private static async Task<JsonElement> WholeAsync(string path)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (!File.Exists(path) || new FileInfo(path).Length is 0)
        {
            await Task.Delay(200, patience.Token);
        }

        return JsonSerializer.Deserialize<JsonElement>(await File.ReadAllTextAsync(path, patience.Token));
    }
}
