using Microsoft.IdentityModel.Tokens;
using PublicAdmin.Identity;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Identity;

/// <summary>Keys that come and go, and issuers out of reach.</summary>
public sealed class IssuerTests : TokenReading
{
    [Fact]
    public async Task A_new_key_is_found_without_waiting()
    {
        await ReadAsync(Issuer.Issue(Clock.GetUtcNow()));
        Clock.Advance(IssuerKeys.Pause);
        Issuer.Rotate();

        Assert.Null((await ReadAsync(Issuer.Issue(Clock.GetUtcNow()))).Refusal);
        Assert.Equal(2, Issuer.Readings);
    }

    [Fact]
    public async Task A_flood_of_invented_keys_does_not_reach_the_issuer()
    {
        await ReadAsync(Issuer.Issue(Clock.GetUtcNow()));
        Clock.Advance(IssuerKeys.Pause);

        for (var n = 0; n < 20; n++)
        {
            var invented = new SigningCredentials(
                new RsaSecurityKey(((RsaSecurityKey)Issuer.Key.Key).Rsa) { KeyId = $"invented-{n}" }, SecurityAlgorithms.RsaSha256);
            Assert.Equal("token-key-unknown", await RefusalOfAsync(token => token.SigningCredentials = invented));
        }

        Assert.Equal(2, Issuer.Readings);
    }

    [Fact]
    public async Task A_withdrawn_key_stops_working_even_for_tokens_already_seen()
    {
        var token = Issuer.Issue(Clock.GetUtcNow());
        await ReadAsync(token);
        Issuer.Rotate();

        Clock.Advance(IssuerKeys.Pause);
        await ReadAsync(Issuer.Issue(Clock.GetUtcNow()));
        Clock.Advance(TokenCache.Longest);

        Assert.Equal("token-key-unknown", (await ReadAsync(token)).Refusal?.Code);
    }

    [Fact]
    public async Task While_the_issuer_was_never_reached_nobody_gets_in_but_may_come_back()
    {
        Issuer.IsDown = true;
        Assert.Equal("sign-in-unavailable", (await ReadAsync(Issuer.Issue(Clock.GetUtcNow()))).Refusal?.Code);

        Issuer.IsDown = false;
        Clock.Advance(IssuerKeys.Pause);
        Assert.Null((await ReadAsync(Issuer.Issue(Clock.GetUtcNow()))).Refusal);
    }

    [Fact]
    public async Task An_issuer_that_breaks_later_does_not_shut_out_those_it_signed_for()
    {
        await ReadAsync(Issuer.Issue(Clock.GetUtcNow()));
        Issuer.IsDown = true;

        Clock.Advance(IssuerKeys.Age);

        Assert.Null((await ReadAsync(Issuer.Issue(Clock.GetUtcNow()))).Refusal);
    }

    [Fact]
    public async Task One_issuer_out_of_reach_shuts_only_its_own_door()
    {
        await using var broken = await TestIssuer.OpenAsync();
        broken.IsDown = true;
        using var both = Open(new IdentitySettings
        {
            Citizens = { Authority = broken.Authority, Audience = "office" },
            Staff = { Authority = Issuer.Authority, Audience = "office" },
        });
        var tokens = new Tokens(both, new TokenCache(Clock), Clock);

        Assert.Null((await tokens.ReadAsync(Issuer.Issue(Clock.GetUtcNow()), default)).Refusal);
        Assert.Equal(0, broken.Readings);
        Assert.Equal("sign-in-unavailable", (await tokens.ReadAsync(broken.Issue(Clock.GetUtcNow()), default)).Refusal?.Code);
    }

    [Fact]
    public async Task A_door_nobody_configured_is_closed()
    {
        using var none = Open(new IdentitySettings());

        var read = await new Tokens(none, new TokenCache(Clock), Clock).ReadAsync(Issuer.Issue(Clock.GetUtcNow()), default);

        Assert.Equal("token-issuer-unknown", read.Refusal?.Code);
    }
}
