using System.Security.Cryptography;
using Microsoft.IdentityModel.Tokens;
using PublicAdmin.Identity;

namespace PublicAdmin.Tests.Identity;

/// <summary>Whom a token speaks of, and from when to when.</summary>
public sealed class TokensTests : TokenReading
{
    [Fact]
    public async Task A_right_token_says_who_the_citizen_is()
    {
        var read = await ReadAsync(Issuer.Issue(Clock.GetUtcNow()));

        Assert.Equal(new SignedIn(CallerKind.Citizen, "tech-0001", "Lò Thị Mai", "011190000001", Clock.GetUtcNow().AddHours(1)), read.Value);
    }

    [Theory]
    [InlineData(SecurityAlgorithms.RsaSha256)]
    [InlineData(SecurityAlgorithms.RsaSsaPssSha256)]
    public async Task An_RSA_key_may_sign_by_PKCS_1_and_PSS(string algorithm) =>
        Assert.Null((await ReadAsync(Issuer.Issue(Clock.GetUtcNow(), token => token.SigningCredentials = new(Issuer.Key.Key, algorithm)))).Refusal);

    [Fact]
    public async Task An_elliptic_key_may_sign()
    {
        var key = new SigningCredentials(new ECDsaSecurityKey(ECDsa.Create(ECCurve.NamedCurves.nistP256)) { KeyId = "ec" }, SecurityAlgorithms.EcdsaSha256);
        Issuer.Publish(key);

        Assert.Null((await ReadAsync(Issuer.Issue(Clock.GetUtcNow(), token => token.SigningCredentials = key))).Refusal);
    }

    [Theory]
    [InlineData("5600123456", null)]
    [InlineData("5600123456001", null)]
    [InlineData("56001234567", "token-incomplete")]
    [InlineData("560012345X", "token-incomplete")]
    public async Task A_token_of_an_organisation_names_it_by_its_enterprise_code(string code, string? because) =>
        Assert.Equal(because, await RefusalOfAsync(token => token.Claims["organization_code"] = code));

    [Fact]
    public async Task A_token_for_another_system_is_refused() =>
        Assert.Equal("token-audience-wrong", await RefusalOfAsync(token => token.Audience = "another"));

    [Fact]
    public async Task A_token_of_another_issuer_is_refused() =>
        Assert.Equal("token-issuer-unknown", await RefusalOfAsync(token => token.Issuer = "https://another.example"));

    [Theory]
    [InlineData(-60, null)] // our clocks may differ by a minute
    [InlineData(-61, "token-expired")]
    public async Task A_token_ends(int secondsAgo, string? because) => Assert.Equal(because, await RefusalOfAsync(token =>
    {
        token.NotBefore = token.IssuedAt = Clock.GetUtcNow().UtcDateTime.AddHours(-1);
        token.Expires = Clock.GetUtcNow().UtcDateTime.AddSeconds(secondsAgo + 1);
    }));

    [Theory]
    [InlineData(60, null)]
    [InlineData(61, "token-not-yet-valid")]
    public async Task A_token_begins(int secondsAhead, string? because) =>
        Assert.Equal(because, await RefusalOfAsync(token => token.NotBefore = Clock.GetUtcNow().UtcDateTime.AddSeconds(secondsAhead)));

    [Fact]
    public async Task A_token_without_an_end_is_refused() => Assert.Equal("token-incomplete", await RefusalOfAsync(token => token.Expires = null));

    [Fact]
    public async Task A_token_that_was_valid_is_refused_once_it_has_ended()
    {
        var token = Issuer.Issue(Clock.GetUtcNow());
        await ReadAsync(token);

        Clock.Advance(TimeSpan.FromMinutes(62));

        Assert.Equal("token-expired", (await ReadAsync(token)).Refusal?.Code);
    }

    [Theory]
    [InlineData("sub", "token-incomplete")]
    [InlineData("personal_number", "token-incomplete")]
    [InlineData("name", null)]
    public async Task A_token_names_a_citizen_with_a_personal_number(string claim, string? because) =>
        Assert.Equal(because, await RefusalOfAsync(token => token.Claims.Remove(claim)));

    [Theory]
    [InlineData("scp", CallerKind.Staff, "staff-0001")]
    [InlineData(null, CallerKind.System, "portal")] // client credentials carry no scope
    public async Task The_staff_door_tells_people_from_programs(string? scope, CallerKind kind, string id)
    {
        using var staff = Open(new IdentitySettings { Staff = { Authority = Issuer.Authority, Audience = "office" } });
        var token = Issuer.Issue(Clock.GetUtcNow(), token =>
        {
            token.Claims["azp"] = "portal";
            token.Claims.Remove(scope is null ? "scp" : "none");
        });

        var read = await new Tokens(staff, new TokenCache(Clock), Clock).ReadAsync(token, default);

        Assert.Equal((kind, id), (read.Value.Kind, read.Value.Id));
    }
}
