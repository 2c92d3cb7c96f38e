using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using FsCheck.Fluent;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Tokens;
using PublicAdmin.Identity;
using PublicAdmin.Platform;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Identity;

/// <summary>Every way we know to bring a false token, each against an issuer that answers over HTTP.</summary>
public sealed class TokensTests : IAsyncLifetime
{
    private readonly FixedClock _clock = new(new(2026, 11, 20, 2, 0, 0, TimeSpan.Zero));
    private TestIssuer _issuer = null!;
    private Issuers _issuers = null!;
    private Tokens _tokens = null!;

    public async Task InitializeAsync()
    {
        _issuer = await TestIssuer.OpenAsync();
        _issuers = Open(new IdentitySettings { Citizens = { Authority = _issuer.Authority, Audience = "office" } });
        _tokens = new Tokens(_issuers, new TokenCache(_clock), _clock);
    }

    public async Task DisposeAsync()
    {
        _issuers.Dispose();
        await _issuer.DisposeAsync();
    }

    [Fact]
    public async Task A_right_token_says_who_the_citizen_is()
    {
        var read = await ReadAsync(_issuer.Issue(_clock.GetUtcNow()));

        Assert.Equal(new SignedIn(CallerKind.Citizen, "tech-0001", "Lò Thị Mai", "011190000001", _clock.GetUtcNow().AddHours(1)), read.Value);
    }

    [Theory]
    [InlineData(SecurityAlgorithms.RsaSha256)]
    [InlineData(SecurityAlgorithms.RsaSsaPssSha256)]
    public async Task An_RSA_key_may_sign_by_PKCS_1_and_PSS(string algorithm) =>
        Assert.Null((await ReadAsync(_issuer.Issue(_clock.GetUtcNow(), token => token.SigningCredentials = new(_issuer.Key.Key, algorithm)))).Refusal);

    [Fact]
    public async Task An_elliptic_key_may_sign()
    {
        var key = new SigningCredentials(new ECDsaSecurityKey(ECDsa.Create(ECCurve.NamedCurves.nistP256)) { KeyId = "ec" }, SecurityAlgorithms.EcdsaSha256);
        _issuer.Publish(key);

        Assert.Null((await ReadAsync(_issuer.Issue(_clock.GetUtcNow(), token => token.SigningCredentials = key))).Refusal);
    }

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
        token.NotBefore = token.IssuedAt = _clock.GetUtcNow().UtcDateTime.AddHours(-1);
        token.Expires = _clock.GetUtcNow().UtcDateTime.AddSeconds(secondsAgo + 1);
    }));

    [Theory]
    [InlineData(60, null)]
    [InlineData(61, "token-not-yet-valid")]
    public async Task A_token_begins(int secondsAhead, string? because) =>
        Assert.Equal(because, await RefusalOfAsync(token => token.NotBefore = _clock.GetUtcNow().UtcDateTime.AddSeconds(secondsAhead)));

    [Fact]
    public async Task A_token_without_an_end_is_refused() => Assert.Equal("token-incomplete", await RefusalOfAsync(token => token.Expires = null));

    [Fact]
    public async Task A_token_that_was_valid_is_refused_once_it_has_ended()
    {
        var token = _issuer.Issue(_clock.GetUtcNow());
        await ReadAsync(token);

        _clock.Advance(TimeSpan.FromMinutes(62));

        Assert.Equal("token-expired", (await ReadAsync(token)).Refusal?.Code);
    }

    [Theory]
    [InlineData("sub", "token-incomplete")]
    [InlineData("personal_number", "token-incomplete")]
    [InlineData("name", null)]
    public async Task A_token_names_a_citizen_with_a_personal_number(string claim, string? because) =>
        Assert.Equal(because, await RefusalOfAsync(token => token.Claims.Remove(claim)));

    [Fact]
    public async Task An_unsigned_token_is_refused() => Assert.Equal("token-algorithm-refused", await RefusalOfAsync(token => token.SigningCredentials = null));

    [Fact]
    public async Task A_token_signed_with_the_public_key_as_a_secret_is_refused()
    {
        var secret = Encoding.ASCII.GetBytes(((RsaSecurityKey)_issuer.Key.Key).Rsa.ExportSubjectPublicKeyInfoPem());
        var confused = new SigningCredentials(new SymmetricSecurityKey(secret) { KeyId = _issuer.Key.Kid }, SecurityAlgorithms.HmacSha256);

        Assert.Equal("token-algorithm-refused", await RefusalOfAsync(token => token.SigningCredentials = confused));
    }

    [Fact]
    public async Task A_token_that_claims_another_algorithm_than_its_key_is_refused()
    {
        var (header, payload, signature) = Parts(_issuer.Issue(_clock.GetUtcNow()));

        var read = await ReadAsync($"{Encode(Decode(header).Replace("RS256", "ES256"))}.{payload}.{signature}");

        Assert.Equal("token-signature-wrong", read.Refusal?.Code);
    }

    [Fact]
    public async Task A_token_of_a_key_the_issuer_does_not_publish_is_refused()
    {
        Assert.Equal("token-key-unknown", await RefusalOfAsync(token => token.SigningCredentials = _issuer.AnotherKey("mine")));
    }

    [Fact]
    public async Task A_token_that_borrows_the_name_of_a_key_is_refused()
    {
        var forged = _issuer.AnotherKey(_issuer.Key.Kid);

        Assert.Equal("token-signature-wrong", await RefusalOfAsync(token => token.SigningCredentials = forged));
    }

    [Fact]
    public async Task A_key_sent_along_in_the_token_counts_for_nothing()
    {
        var own = (RsaSecurityKey)_issuer.AnotherKey("mine").Key;
        var jwk = JsonWebKeyConverter.ConvertFromRSASecurityKey(new RsaSecurityKey(own.Rsa.ExportParameters(false)));

        Assert.Equal("token-key-unknown", await RefusalOfAsync(token =>
        {
            token.SigningCredentials = new(own, SecurityAlgorithms.RsaSha256);
            token.AdditionalHeaderClaims = new Dictionary<string, object> { ["jwk"] = new Dictionary<string, object> { ["kty"] = "RSA", ["n"] = jwk.N, ["e"] = jwk.E } };
        }));
    }

    [Fact]
    public async Task A_token_with_a_critical_extension_is_refused() => Assert.Equal("token-unreadable", await RefusalOfAsync(token =>
        token.AdditionalHeaderClaims = new Dictionary<string, object> { ["crit"] = new[] { "exp" } }));

    [Fact]
    public async Task A_token_of_another_type_is_refused() => Assert.Equal("token-unreadable", await RefusalOfAsync(token => token.TokenType = "logout+jwt"));

    [Theory]
    [InlineData("")]
    [InlineData("a")]
    [InlineData("a.b")]
    [InlineData("a.b.c")]
    [InlineData("..")]
    [InlineData("e30.e30.")]
    [InlineData("bnVsbA.bnVsbA.x")]
    [InlineData("a.b.c.d.e")]
    public async Task What_is_no_token_is_refused(string text) => Assert.Equal(RefusalKind.Unauthenticated, (await ReadAsync(text)).Refusal?.Kind);

    [Fact]
    public async Task A_token_beyond_all_measure_is_refused_unread() =>
        Assert.Equal("token-unreadable", (await ReadAsync($"a.{new string('b', Tokens.MaxLength)}.c")).Refusal?.Code);

    [Fact]
    public async Task Nothing_can_be_changed_in_a_token()
    {
        var token = _issuer.Issue(_clock.GetUtcNow());
        await ReadAsync(token); // The original is known and cached; its neighbours are not.

        FsCheck.Check.One(FsCheck.Config.QuickThrowOnFailure.WithMaxTest(500), Prop.ForAll(Changed(token), changed =>
            _tokens.ReadAsync(changed, default).AsTask().GetAwaiter().GetResult().Refusal is { Kind: RefusalKind.Unauthenticated }));
    }

    [Fact]
    public async Task A_new_key_is_found_without_waiting()
    {
        await ReadAsync(_issuer.Issue(_clock.GetUtcNow()));
        _clock.Advance(IssuerKeys.Pause);
        _issuer.Rotate();

        Assert.Null((await ReadAsync(_issuer.Issue(_clock.GetUtcNow()))).Refusal);
        Assert.Equal(2, _issuer.Readings);
    }

    [Fact]
    public async Task A_flood_of_invented_keys_does_not_reach_the_issuer()
    {
        await ReadAsync(_issuer.Issue(_clock.GetUtcNow()));
        _clock.Advance(IssuerKeys.Pause);

        for (var n = 0; n < 20; n++)
        {
            var invented = new SigningCredentials(new RsaSecurityKey(((RsaSecurityKey)_issuer.Key.Key).Rsa) { KeyId = $"invented-{n}" }, SecurityAlgorithms.RsaSha256);
            Assert.Equal("token-key-unknown", await RefusalOfAsync(token => token.SigningCredentials = invented));
        }

        Assert.Equal(2, _issuer.Readings);
    }

    [Fact]
    public async Task A_withdrawn_key_stops_working_even_for_tokens_already_seen()
    {
        var token = _issuer.Issue(_clock.GetUtcNow());
        await ReadAsync(token);
        _issuer.Rotate();

        _clock.Advance(IssuerKeys.Pause);
        await ReadAsync(_issuer.Issue(_clock.GetUtcNow()));
        _clock.Advance(TokenCache.Longest);

        Assert.Equal("token-key-unknown", (await ReadAsync(token)).Refusal?.Code);
    }

    [Fact]
    public async Task While_the_issuer_was_never_reached_nobody_gets_in_but_may_come_back()
    {
        _issuer.IsDown = true;
        Assert.Equal("sign-in-unavailable", (await ReadAsync(_issuer.Issue(_clock.GetUtcNow()))).Refusal?.Code);

        _issuer.IsDown = false;
        _clock.Advance(IssuerKeys.Pause);
        Assert.Null((await ReadAsync(_issuer.Issue(_clock.GetUtcNow()))).Refusal);
    }

    [Fact]
    public async Task An_issuer_that_breaks_later_does_not_shut_out_those_it_signed_for()
    {
        await ReadAsync(_issuer.Issue(_clock.GetUtcNow()));
        _issuer.IsDown = true;

        _clock.Advance(IssuerKeys.Age);

        Assert.Null((await ReadAsync(_issuer.Issue(_clock.GetUtcNow()))).Refusal);
    }

    [Fact]
    public async Task One_issuer_out_of_reach_shuts_only_its_own_door()
    {
        await using var broken = await TestIssuer.OpenAsync();
        broken.IsDown = true;
        using var both = Open(new IdentitySettings
        {
            Citizens = { Authority = broken.Authority, Audience = "office" },
            Staff = { Authority = _issuer.Authority, Audience = "office" },
        });
        var tokens = new Tokens(both, new TokenCache(_clock), _clock);

        Assert.Null((await tokens.ReadAsync(_issuer.Issue(_clock.GetUtcNow()), default)).Refusal);
        Assert.Equal(0, broken.Readings);
        Assert.Equal("sign-in-unavailable", (await tokens.ReadAsync(broken.Issue(_clock.GetUtcNow()), default)).Refusal?.Code);
    }

    [Fact]
    public async Task A_door_nobody_configured_is_closed()
    {
        using var none = Open(new IdentitySettings());

        var read = await new Tokens(none, new TokenCache(_clock), _clock).ReadAsync(_issuer.Issue(_clock.GetUtcNow()), default);

        Assert.Equal("token-issuer-unknown", read.Refusal?.Code);
    }

    [Theory]
    [InlineData("scp", CallerKind.Staff, "staff-0001")]
    [InlineData(null, CallerKind.System, "portal")] // client credentials carry no scope
    public async Task The_staff_door_tells_people_from_programs(string? scope, CallerKind kind, string id)
    {
        using var staff = Open(new IdentitySettings { Staff = { Authority = _issuer.Authority, Audience = "office" } });
        var token = _issuer.Issue(_clock.GetUtcNow(), token =>
        {
            token.Claims["azp"] = "portal";
            token.Claims.Remove(scope is null ? "scp" : "none");
        });

        var read = await new Tokens(staff, new TokenCache(_clock), _clock).ReadAsync(token, default);

        Assert.Equal((kind, id), (read.Value.Kind, read.Value.Id));
    }

    private ValueTask<Result<SignedIn>> ReadAsync(string token) => _tokens.ReadAsync(token, default);

    private async Task<string?> RefusalOfAsync(Action<SecurityTokenDescriptor> otherwise) =>
        (await ReadAsync(_issuer.Issue(_clock.GetUtcNow(), otherwise))).Refusal?.Code;

    private Issuers Open(IdentitySettings settings) => new(Options.Create(settings), _clock, NullLogger<Issuers>.Instance);

    // One character replaced by another. The very last is left alone: base64url ignores its lowest bits, so another letter can mean the same signature.
    private static FsCheck.Arbitrary<string> Changed(string token)
    {
        var places = Enumerable.Range(0, token.Length).Where(at => token[at] != '.' && at != token.Length - 1).ToArray();
        return (from at in Gen.Elements(places)
                from letter in Gen.Elements("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.".ToCharArray())
                where letter != token[at]
                select $"{token[..at]}{letter}{token[(at + 1)..]}").ToArbitrary();
    }

    private static (string Header, string Payload, string Signature) Parts(string token) => token.Split('.') is [var header, var payload, var signature]
        ? (header, payload, signature)
        : throw new JsonException("Three parts expected.");

    private static string Decode(string part) => Base64UrlEncoder.Decode(part);

    private static string Encode(string text) => Base64UrlEncoder.Encode(text);
}
