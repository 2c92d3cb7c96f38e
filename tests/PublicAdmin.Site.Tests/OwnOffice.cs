using System.Globalization;
using Microsoft.Playwright;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Site.Tests;

/// <summary>
/// An office of a test's own, and a browser before it: pages and office have the clock the test moves. It may be ahead of the true one and not behind: the
/// browser judges by the true one whether a cookie has ended.
/// </summary>
internal sealed class OwnOffice : IAsyncDisposable
{
    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;

    private OwnOffice(Office office, IPlaywright playwright, IBrowser browser) => (Office, _playwright, _browser) = (office, playwright, browser);

    public Office Office { get; }

    /// <param name="at">An instant such as <c>2026-11-20T02:00Z</c>; null for now.</param>
    /// <param name="settings">More configuration.</param>
    public static async Task<OwnOffice> OpenAsync(string? at, params string[] settings)
    {
        var playwright = await Playwright.CreateAsync();
        var office = await Office.OpenAsync(at ?? DateTimeOffset.UtcNow.ToString("yyyy-MM-dd'T'HH:mm'Z'", CultureInfo.InvariantCulture), settings);
        return new OwnOffice(office, playwright, await SampleOffice.LaunchAsync(playwright));
    }

    /// <summary>Somebody who signs in at the present hour of the office and comes to a page.</summary>
    public async Task<Visitor> VisitAsync(string persona, string path, int width = 390)
    {
        var context = await _browser.NewContextAsync(new()
        {
            BaseURL = Office.Http.BaseAddress!.AbsoluteUri,
            Locale = "vi",
            ServiceWorkers = ServiceWorkerPolicy.Block,
            ReducedMotion = ReducedMotion.Reduce, // What is looked at is not on its way.
            ViewportSize = new() { Width = width, Height = 844 },
        });
        await context.Clock.SetFixedTimeAsync(Office.Clock.GetUtcNow().UtcDateTime);
        var visitor = new Visitor(context, await context.NewPageAsync());
        visitor.Page.SetDefaultTimeout(60_000); // The first page of an office that has just opened, on a machine with other things to do.
        await SampleOffice.BecomeAsync(visitor, persona, path);
        return visitor;
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
        await Office.DisposeAsync();
    }
}
