using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Attack;

/// <summary>Tokens rightly signed whose times are none: refused like any other wrong token, never a fault, never good for ever.</summary>
public sealed class OddTokensTests : IAsyncLifetime
{
    private static readonly JsonWebTokenHandler Handler = new() { SetDefaultTimesOnTokenCreation = false };

    private TestIssuer _issuer = null!;
    private Office _office = null!;

    public async Task InitializeAsync()
    {
        _issuer = await TestIssuer.OpenAsync();
        _office = await Office.OpenAsync(settings: [$"--Identity:Citizens:Authority={_issuer.Authority}", "--Identity:Citizens:Audience=office"]);
    }

    public async Task DisposeAsync()
    {
        await _office.DisposeAsync();
        await _issuer.DisposeAsync();
    }

    [Fact]
    public async Task A_token_that_ends_at_no_time_is_refused_and_the_same_with_a_time_is_not()
    {
        var before = await AskAsync("exp", $"{_office.Clock.GetUtcNow().AddHours(1).ToUnixTimeSeconds()}");
        Assert.Equal(HttpStatusCode.OK, before.Status);

        foreach (var end in new[] { "1e300", "1000000000000000000", "-1000000000000000000", "9999999999999", "0", "\"soon\"", "{}", "[1]", "true", "null" })
        {
            var (status, type, challenge) = await AskAsync("exp", end);
            Assert.True(status is HttpStatusCode.Unauthorized && type == "application/problem+json" && challenge, $"exp {end}: {status} {type}");
        }
    }

    [Fact]
    public async Task A_token_that_begins_at_no_time_is_no_fault()
    {
        foreach (var (claim, time) in from claim in new[] { "nbf", "iat" } from time in new[] { "1e300", "1000000000000000000" } select (claim, time))
        {
            Assert.Equal((claim, time, HttpStatusCode.Unauthorized), (claim, time, (await AskAsync(claim, time)).Status));
        }
    }

    private async Task<(HttpStatusCode Status, string? Type, bool Challenge)> AskAsync(string claim, string time)
    {
        var good = new JsonWebToken(_issuer.Issue(_office.Clock.GetUtcNow()));
        var payload = JsonNode.Parse(Base64UrlEncoder.Decode(good.EncodedPayload))!;
        payload[claim] = JsonNode.Parse(time);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/me");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Handler.CreateToken(payload.ToJsonString(), _issuer.Key));
        using var answer = await _office.Http.SendAsync(request);
        return (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType, answer.Headers.WwwAuthenticate.Count > 0);
    }
}
