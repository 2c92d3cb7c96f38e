using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Identity;

/// <summary>A sign-in on the pages is a cookie, and a cookie alone changes nothing: another site's form could send it too.</summary>
public sealed class SessionTests
{
    [Fact]
    public async Task The_cookie_says_who_asks_until_the_day_is_over()
    {
        await using var office = await Office.OpenAsync(at: "2026-11-20T02:00Z");
        using var browser = await SignedInAsync(office, "mai");

        Assert.Equal("Lò Thị Mai", (await MeAsync(browser)).GetProperty("name").GetString());

        office.Clock.Advance(TimeSpan.FromHours(8));
        Assert.Equal("nobody", (await MeAsync(browser)).GetProperty("kind").GetString());
    }

    [Theory]
    [InlineData(null, null, HttpStatusCode.Unauthorized)]
    [InlineData("site", "cross-site", HttpStatusCode.Unauthorized)]
    [InlineData("site", "same-origin", HttpStatusCode.Created)]
    public async Task What_changes_something_needs_the_word_of_a_page_of_ours(string? header, string? from, HttpStatusCode answered)
    {
        await using var office = await Office.OpenAsync(at: "2026-11-20T02:00Z");
        using var browser = await SignedInAsync(office, "mai");
        using var request = new HttpRequestMessage(
            HttpMethod.Put, "/api/drafts/one")
        { Content = JsonContent.Create(new { procedure = "1.004873", form = new { } }) };
        if (header is not null)
        {
            request.Headers.Add("X-Requested-With", header);
            request.Headers.Add("Sec-Fetch-Site", from);
        }

        using var answer = await browser.SendAsync(request);

        Assert.Equal(answered, answer.StatusCode);
    }

    [Fact]
    public async Task Signing_out_ends_it_for_whoever_kept_the_cookie()
    {
        await using var office = await Office.OpenAsync(at: "2026-11-20T02:00Z");
        using var browser = await SignedInAsync(office, "mai");
        using var thief = new HttpClient(new SocketsHttpHandler { UseCookies = false }) { BaseAddress = office.Http.BaseAddress };
        thief.DefaultRequestHeaders.Add("Cookie", browser.DefaultRequestHeaders.GetValues("Cookie").Single());
        Assert.Equal("citizen", (await MeAsync(thief)).GetProperty("kind").GetString());

        using var request = new HttpRequestMessage(HttpMethod.Delete, "/api/session");
        request.Headers.Add("X-Requested-With", "site");
        using var answer = await browser.SendAsync(request);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("nobody", (await MeAsync(thief)).GetProperty("kind").GetString());
    }

    private static async Task<JsonElement> MeAsync(HttpClient browser) => await browser.GetFromJsonAsync<JsonElement>("/api/me");

    // Sends the cookie whatever the machine's own clock says: the office keeps another.
    private static async Task<HttpClient> SignedInAsync(Office office, string persona)
    {
        var browser = new HttpClient(new SocketsHttpHandler { UseCookies = false }) { BaseAddress = office.Http.BaseAddress };
        using var answer = await browser.PostAsJsonAsync("/dev/sessions", new { persona });
        var cookie = answer.EnsureSuccessStatusCode().Headers.GetValues("Set-Cookie").Single();
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
        browser.DefaultRequestHeaders.Add("Cookie", cookie.Split(';')[0]);
        return browser;
    }
}
