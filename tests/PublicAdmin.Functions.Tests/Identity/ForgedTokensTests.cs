using System.Text;
using System.Text.Json;
using FsCheck.Fluent;
using Microsoft.IdentityModel.Tokens;
using PublicAdmin.Identity;
using PublicAdmin.Platform;

namespace PublicAdmin.Tests.Identity;

/// <summary>Tokens that somebody made or changed.</summary>
public sealed class ForgedTokensTests : TokenReading
{
    [Fact]
    public async Task An_unsigned_token_is_refused() => Assert.Equal("token-algorithm-refused", await RefusalOfAsync(token => token.SigningCredentials = null));

    [Fact]
    public async Task A_token_signed_with_the_public_key_as_a_secret_is_refused()
    {
        var secret = Encoding.ASCII.GetBytes(((RsaSecurityKey)Issuer.Key.Key).Rsa.ExportSubjectPublicKeyInfoPem());
        var confused = new SigningCredentials(new SymmetricSecurityKey(secret) { KeyId = Issuer.Key.Kid }, SecurityAlgorithms.HmacSha256);

        Assert.Equal("token-algorithm-refused", await RefusalOfAsync(token => token.SigningCredentials = confused));
    }

    [Fact]
    public async Task A_token_that_claims_another_algorithm_than_its_key_is_refused()
    {
        var (header, payload, signature) = Parts(Issuer.Issue(Clock.GetUtcNow()));

        var read = await ReadAsync($"{Encode(Decode(header).Replace("RS256", "ES256"))}.{payload}.{signature}");

        Assert.Equal("token-signature-wrong", read.Refusal?.Code);
    }

    [Theory]
    [InlineData("exp")]
    [InlineData("nbf")]
    [InlineData("iat")]
    public async Task A_time_beyond_the_calendar_is_no_fault(string claim)
    {
        var token = Issuer.Issue(Clock.GetUtcNow(), token =>
        {
            token.Expires = null;
            token.NotBefore = null;
            token.IssuedAt = null;
            token.Claims = new Dictionary<string, object>(
                token.Claims ?? new Dictionary<string, object>())
            {
                ["exp"] = Clock.GetUtcNow().AddHours(1).ToUnixTimeSeconds(),
                [claim] = 1_000_000_000_000_000_000L
            };
        });

        Assert.Equal(RefusalKind.Unauthenticated, (await ReadAsync(token)).Refusal?.Kind);
    }

    [Fact]
    public async Task A_token_of_a_key_the_issuer_does_not_publish_is_refused()
    {
        Assert.Equal("token-key-unknown", await RefusalOfAsync(token => token.SigningCredentials = Issuer.AnotherKey("mine")));
    }

    [Fact]
    public async Task A_token_that_borrows_the_name_of_a_key_is_refused()
    {
        var forged = Issuer.AnotherKey(Issuer.Key.Kid);

        Assert.Equal("token-signature-wrong", await RefusalOfAsync(token => token.SigningCredentials = forged));
    }

    [Fact]
    public async Task A_key_sent_along_in_the_token_counts_for_nothing()
    {
        var own = (RsaSecurityKey)Issuer.AnotherKey("mine").Key;
        var jwk = JsonWebKeyConverter.ConvertFromRSASecurityKey(new RsaSecurityKey(own.Rsa.ExportParameters(false)));

        Assert.Equal("token-key-unknown", await RefusalOfAsync(token =>
        {
            token.SigningCredentials = new(own, SecurityAlgorithms.RsaSha256);
            token.AdditionalHeaderClaims =
                new Dictionary<string, object> { ["jwk"] = new Dictionary<string, object> { ["kty"] = "RSA", ["n"] = jwk.N, ["e"] = jwk.E } };
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
        var token = Issuer.Issue(Clock.GetUtcNow());
        await ReadAsync(token); // The original is known and cached; its neighbours are not.

        FsCheck.Check.One(FsCheck.Config.QuickThrowOnFailure.WithMaxTest(500), Prop.ForAll(Changed(token), changed =>
            Reader.ReadAsync(changed, default).AsTask().GetAwaiter().GetResult().Refusal is { Kind: RefusalKind.Unauthenticated }));
    }

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
