using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using PublicAdmin.Embedded;
using PublicAdmin.Statistics.Carryover;
using PublicAdmin.Statistics.Rollups;

namespace PublicAdmin.Site.Tests;

/// <summary>One office with its sample morning, and one headless Chromium before it, for all tests of a collection.</summary>
public sealed class SampleOffice : IAsyncLifetime
{
    private const string Chromium = "/usr/bin/chromium";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("site-");
    private WebApplication _office = null!;
    private IPlaywright _playwright = null!;
    private IBrowser _browser = null!;

    /// <summary>Why the tests are skipped on this machine; null when they run.</summary>
    public static string? Missing { get; } = File.Exists(Chromium) ? null : $"{Chromium} is not installed (apt-get install chromium).";

    /// <summary>What only the clock of the office does.</summary>
    public IServiceProvider Services => _office.Services;

    public HttpClient Http { get; private set; } = null!;

    /// <summary>Code and secret of every dossier of the sample morning, in the order of their filing.</summary>
    public IReadOnlyList<JsonElement> Receipts { get; private set; } = [];

    public async Task InitializeAsync()
    {
        if (Missing is not null)
        {
            return;
        }

        _office = EmbeddedOffice.Build(["--urls=http://127.0.0.1:0", $"--Embedded:Folder={_folder.FullName}", "--Embedded:SampleData=morning",
            "--Logging:LogLevel:Default=Warning"]);
        await _office.StartAsync();
        Http = new HttpClient { BaseAddress = new Uri(_office.Urls.First()) };
        Receipts = await ReceiptsAsync(Path.Combine(_folder.FullName, "sample-receipts.json"));
        _playwright = await Playwright.CreateAsync();
        _browser = await LaunchAsync(_playwright);
    }

    internal static Task<IBrowser> LaunchAsync(IPlaywright playwright) =>
        playwright.Chromium.LaunchAsync(new() { ExecutablePath = Chromium, Args = ["--no-sandbox", "--disable-gpu", "--disable-quic"] });

    public async Task DisposeAsync()
    {
        if (Missing is null)
        {
            await _browser.DisposeAsync();
            _playwright.Dispose();
            Http.Dispose();
            await _office.StopAsync();
            await _office.DisposeAsync();
        }

        _folder.Delete(recursive: true);
    }

    /// <summary>Somebody who was never here before.</summary>
    /// <param name="language">What the browser prefers.</param>
    /// <param name="width">Of the window, in CSS pixels.</param>
    /// <param name="scripts">Whether the browser runs any.</param>
    /// <param name="keeps">Whether the browser keeps pages for a line that breaks: what a worker answers, a test cannot break.</param>
    public async Task<Visitor> VisitAsync(string language = "vi", int width = 390, bool scripts = true, bool keeps = false)
    {
        var context = await _browser.NewContextAsync(new()
        {
            BaseURL = Http.BaseAddress!.AbsoluteUri,
            Locale = language,
            JavaScriptEnabled = scripts,
            ServiceWorkers = keeps ? ServiceWorkerPolicy.Allow : ServiceWorkerPolicy.Block,
            ViewportSize = new() { Width = width, Height = 844 },
        });
        return new Visitor(context, await context.NewPageAsync());
    }

    public async Task<string> TokenOfAsync(string persona)
    {
        using var answer = await Http.PostAsJsonAsync("/dev/tokens", new { persona });
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("token").GetString()!;
    }

    /// <summary>What the clock of the office does every minute for the books.</summary>
    public async Task RollUpAsync()
    {
        await _office.Services.GetRequiredService<ImportDesk>().ContinueAsync(default);
        await _office.Services.GetRequiredService<RollUpRound>().RunAsync(default);
    }

    /// <summary>Somebody, or nobody, comes to a page and waits until all of it is there.</summary>
    /// <param name="address">With the numbers of the sample's dossiers for their codes.</param>
    public async Task ComeAsync(Visitor visitor, string person, string address)
    {
        var path = string.Format(CultureInfo.InvariantCulture, address, [.. Receipts.Select(receipt => receipt.GetProperty("code").GetString())]);
        if (person.Length > 0)
        {
            await visitor.SignInAsync(person, path);
        }

        await visitor.GoAsync(path);
    }

    /// <summary>Signs somebody in who stands on no list of the page.</summary>
    public static async Task BecomeAsync(Visitor visitor, string persona, string to)
    {
        await visitor.Page.GotoAsync("/sign-in");
        var status = await visitor.Page.EvaluateAsync<int>(
            "async persona => (await fetch('/dev/sessions', { method: 'POST', headers: { 'Content-Type': 'application/json' }, "
                + "body: JSON.stringify({ persona }) })).status",
            persona);
        Assert.Equal(StatusCodes.Status204NoContent, status);
        await visitor.Page.GotoAsync($"/welcome?to={Uri.EscapeDataString(to)}");
        await visitor.ArriveAsync(to);
    }

    // Written when the morning is over.
    private static async Task<IReadOnlyList<JsonElement>> ReceiptsAsync(string path)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while (!File.Exists(path))
        {
            await Task.Delay(100, patience.Token);
        }

        return JsonSerializer.Deserialize<JsonElement[]>(await File.ReadAllTextAsync(path, patience.Token))!;
    }
}

[CollectionDefinition(nameof(SampleOffice))]
public sealed class SampleOfficeGroup : ICollectionFixture<SampleOffice>;

/// <summary>The tour of all pages has an office of its own, which nobody changes, and goes on beside everything else.</summary>
[CollectionDefinition(nameof(PageTour))]
public sealed class PageTour : ICollectionFixture<SampleOffice>;
