using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace PublicAdmin.Site.Tests;

/// <summary>Somebody at a browser. What the pages complain of, to the console or because their policy forbade it, is kept.</summary>
public sealed class Visitor : IAsyncDisposable
{
    private const int Patience = 20_000; // Milliseconds, for a machine with other things to do; nothing waits longer than it must.

    private readonly IBrowserContext _context;
    private readonly List<string> _complaints = [];

    static Visitor() => Assertions.SetDefaultExpectTimeout(Patience);

    internal Visitor(IBrowserContext context, IPage page)
    {
        (_context, Page) = (context, page);
        Watch(page);
    }

    public IPage Page { get; }

    /// <summary>Errors, what was forbidden, words that are missing. That the office said no is no fault of the page.</summary>
    public IReadOnlyList<string> Complaints => _complaints;

    /// <summary>As an invented person, by the page everybody uses.</summary>
    /// <param name="name">The name on the button.</param>
    /// <param name="to">Where to go on.</param>
    public async Task SignInAsync(string name, string to)
    {
        await Page.GotoAsync($"/sign-in?to={Uri.EscapeDataString(to)}");
        await Page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true }).ClickAsync();
        await ArriveAsync(to);
    }

    /// <summary>
    /// Waits until a page of this address is there. Asked again and again: <c>WaitForURLAsync</c> looks at the address first and listens for the next one
    /// afterwards, and waits for ever for one that came in between.
    /// </summary>
    /// <param name="address">What path and query begin with.</param>
    public async Task ArriveAsync(string address)
    {
        await Assertions.Expect(Page).ToHaveURLAsync(new Regex($"^https?://[^/]+{Regex.Escape(address)}"), new() { Timeout = Patience });
        await Page.WaitForLoadStateAsync();
    }

    /// <summary>Goes there and waits until all that had to be fetched is shown.</summary>
    public async Task GoAsync(string address)
    {
        // The administrator's page asks many registers one after the other; it says itself when it is done.
        await Page.GotoAsync(
            address, new() { WaitUntil = address.StartsWith("/admin", StringComparison.Ordinal) ? WaitUntilState.Load : WaitUntilState.NetworkIdle });
        await Assertions.Expect(Page.Locator("[aria-busy=true]")).ToHaveCountAsync(0);
    }

    public ILocator Text(string text) => Page.GetByText(text);

    public ILocator Button(string name) => Page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    /// <summary>A second tab of the same browser.</summary>
    public async Task<IPage> NewTabAsync()
    {
        var page = await _context.NewPageAsync();
        Watch(page);
        return page;
    }

    /// <summary>Takes the line away, or gives it back.</summary>
    public Task LineAsync(bool up) => _context.SetOfflineAsync(!up);

    /// <summary>Takes the sign-in away as its end would.</summary>
    public Task LoseSignInAsync() => _context.ClearCookiesAsync(new() { Name = "session" });

    public async ValueTask DisposeAsync() => await _context.DisposeAsync();

    private void Watch(IPage page)
    {
        page.SetDefaultTimeout(Patience);
        page.Console += (_, message) => Hear(message.Type, message.Text);
        page.PageError += (_, error) => Hear("error", error);
    }

    private void Hear(string type, string text)
    {
        // Said by the tool that drives the browser, where a test lets it keep nothing.
        if (type is "error" or "warning" && !text.StartsWith("Failed to load resource", StringComparison.Ordinal)
            && !text.StartsWith("Service Worker registration blocked", StringComparison.Ordinal))
        {
            _complaints.Add(text);
        }
    }
}
