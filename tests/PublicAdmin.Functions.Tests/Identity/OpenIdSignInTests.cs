using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Identity;

/// <summary>
/// People sign in on the pages at a real OpenID Connect provider: code and PKCE, once, in the browser that began it, until either side ends it.
/// </summary>
public sealed class OpenIdSignInTests
{
    [Fact]
    public async Task Whoever_is_signed_in_at_the_issuer_comes_back_signed_in_here()
    {
        await using var issuer = await RealIssuer.OpenAsync();
        await using var office = await OpenAsync(issuer);
        using var browser = Browser(office);

        using var back = await ReturnAsync(browser, await BeginAsync(browser, "/dossiers"));

        Assert.Equal("/dossiers", back.Headers.Location?.ToString());
        Assert.Equal(("citizen", "011195000123"), await WhoAsync(browser));
    }

    [Theory]
    [InlineData("//evil.example/")]
    [InlineData("https://evil.example/")]
    [InlineData("/\\evil.example/")]
    public async Task Nobody_is_led_to_another_site_afterwards(string to)
    {
        await using var issuer = await RealIssuer.OpenAsync();
        await using var office = await OpenAsync(issuer);
        using var browser = Browser(office);

        using var back = await ReturnAsync(browser, await BeginAsync(browser, to));

        Assert.Equal("/welcome", back.Headers.Location?.ToString());
    }

    [Fact]
    public async Task A_way_back_opened_in_another_browser_signs_nobody_in()
    {
        await using var issuer = await RealIssuer.OpenAsync();
        await using var office = await OpenAsync(issuer);
        using var browser = Browser(office);
        using var other = Browser(office);

        using var back = await ReturnAsync(other, await BeginAsync(browser, "/dossiers"));

        Assert.Equal("/sign-in?refused=sign-in-lost", back.Headers.Location?.ToString());
        Assert.Equal("nobody", (await WhoAsync(other)).Kind);
    }

    [Fact]
    public async Task A_way_back_is_good_once()
    {
        await using var issuer = await RealIssuer.OpenAsync();
        await using var office = await OpenAsync(issuer);
        using var browser = Browser(office);
        var address = await BeginAsync(browser, "/dossiers");
        using var first = await ReturnAsync(browser, address);

        using var second = await ReturnAsync(browser, address);

        Assert.Equal("/sign-in?refused=sign-in-lost", second.Headers.Location?.ToString());
    }

    [Fact]
    public async Task A_logout_at_the_issuer_ends_the_sign_in_here()
    {
        await using var issuer = await RealIssuer.OpenAsync();
        await using var office = await OpenAsync(issuer);
        using var browser = Browser(office);
        using var back = await ReturnAsync(browser, await BeginAsync(browser, "/dossiers"));

        Assert.Equal(HttpStatusCode.BadRequest, await LogoutAsync(office, issuer.LogoutTokenFor("vneid-1", nonce: "of-an-id-token")));
        Assert.Equal("citizen", (await WhoAsync(browser)).Kind);
        Assert.Equal(HttpStatusCode.OK, await LogoutAsync(office, issuer.LogoutTokenFor("vneid-1")));
        Assert.Equal("nobody", (await WhoAsync(browser)).Kind);
    }

    [Fact]
    public async Task Behind_https_the_cookies_bear_the_name_no_neighbour_can_set()
    {
        await using var issuer = await RealIssuer.OpenAsync();
        await using var office = await OpenAsync(issuer, "https://hcc.example");
        using var browser = Browser(office);

        using var begun = await browser.GetAsync("/sign-in/citizens?to=/dossiers");

        var cookie = begun.Headers.GetValues("Set-Cookie").Single();
        Assert.StartsWith("__Host-sign-in=", cookie, StringComparison.Ordinal);
        Assert.Contains("; secure", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("path=/;", cookie, StringComparison.OrdinalIgnoreCase);
    }

    private static Task<Office> OpenAsync(RealIssuer issuer, string address = "http://office.example") => Office.OpenAsync(
        DateTimeOffset.UtcNow.ToString("O", CultureInfo.InvariantCulture),
        $"--Identity:Citizens:Authority={issuer.Authority}",
        "--Identity:Citizens:Audience=office",
        $"--Identity:Citizens:ClientId={RealIssuer.Client}",
        $"--Identity:Citizens:ClientSecret={RealIssuer.Secret}",
        $"--Identity:Address={address}");

    private static HttpClient Browser(Office office) => new(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = office.Http.BaseAddress };

    /// <summary>Goes to the issuer and answers where it sends the browser back to.</summary>
    private static async Task<Uri> BeginAsync(HttpClient browser, string to)
    {
        using var begun = await browser.GetAsync($"/sign-in/citizens?to={Uri.EscapeDataString(to)}");
        using var issuers = await browser.GetAsync(begun.Headers.Location);
        return issuers.Headers.Location!;
    }

    private static Task<HttpResponseMessage> ReturnAsync(HttpClient browser, Uri address) => browser.GetAsync(address.PathAndQuery);

    private static async Task<(string? Kind, string? Number)> WhoAsync(HttpClient browser)
    {
        var me = await browser.GetFromJsonAsync<JsonElement>("/api/me");
        return (me.GetProperty("kind").GetString(), me.TryGetProperty("personalNumber", out var number) ? number.GetString() : null);
    }

    private static async Task<HttpStatusCode> LogoutAsync(Office office, string token)
    {
        using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["logout_token"] = token });
        using var answer = await office.Http.PostAsync("/sign-in/citizens/logout", form);
        return answer.StatusCode;
    }
}
