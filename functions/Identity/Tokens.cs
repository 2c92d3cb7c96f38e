using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;
using PublicAdmin.Platform;

namespace PublicAdmin.Identity;

/// <summary>
/// Reads JSON Web Tokens (RFC 7519) of the office's issuers, following RFC 8725: only asymmetric algorithms, only keys the issuer publishes
/// and the token names, issuer and audience compared, both ends of life checked.
/// </summary>
public sealed class Tokens(Issuers issuers, TokenCache cache, TimeProvider clock)
{
    /// <summary>Longer ones are refused unread; real ones have 1 to 3 kB.</summary>
    public const int MaxLength = 8 * 1024;

    /// <summary>How far the issuer's clock may be from ours.</summary>
    public static readonly TimeSpan Skew = TimeSpan.FromMinutes(1);

    // No issuer of ours gives one for longer; a time beyond the calendar is read as its last instant.
    private static readonly TimeSpan Longest = TimeSpan.FromDays(366);

    private static readonly string[] Algorithms = [SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSsaPssSha256, SecurityAlgorithms.EcdsaSha256];
    private const string LogoutType = "logout+jwt"; // OpenID Connect Back-Channel Logout 1.0, section 2.4.
    private static readonly JsonWebTokenHandler Handler = new() { MapInboundClaims = false, MaximumTokenSizeInBytes = MaxLength };

    public async ValueTask<Result<SignedIn>> ReadAsync(string text, CancellationToken ct)
    {
        if (cache.Find(text) is { } known)
        {
            return known;
        }

        if (!TokenShape.Parse(text, Algorithms).Try(out var token, out var refusal))
        {
            return refusal;
        }

        var signedIn = await CheckAsync(token, ct);
        if (signedIn.Refusal is null)
        {
            cache.Keep(text, signedIn.Value);
        }

        return signedIn;
    }

    /// <summary>A token that one issuer made for one reader, with its signature, reader and time checked; what it says is for the caller to judge.</summary>
    /// <param name="text">As it came.</param>
    /// <param name="issuer">Who must have made it.</param>
    /// <param name="audience">Whom it must be for.</param>
    /// <param name="ct">Cancels.</param>
    internal async Task<Result<JsonWebToken>> ReadFromAsync(string text, TokenIssuer issuer, string audience, CancellationToken ct)
    {
        if (!TokenShape.Parse(text, Algorithms, LogoutType).Try(out var token, out var refusal))
        {
            return refusal;
        }

        if (await issuer.Keys.ReadAsync(ct) is not { } found)
        {
            return IdentityRefusals.SignInUnavailable;
        }

        return found.Issuer != token.Issuer ? IdentityRefusals.TokenIssuerUnknown
            : await VerifyWithNewestAsync(token, issuer, audience, found, ct) is { } refused ? refused
            : token;
    }

    private async Task<Result<SignedIn>> CheckAsync(JsonWebToken token, CancellationToken ct)
    {
        var unreachable = false;

        // The one the token names first: an issuer out of reach must not keep another's people waiting.
        foreach (var issuer in issuers.Open.OrderByDescending(issuer => issuer.Settings.Authority.TrimEnd('/') == token.Issuer.TrimEnd('/')))
        {
            if (await issuer.Keys.ReadAsync(ct) is not { } found)
            {
                unreachable = true;
                continue;
            }

            if (found.Issuer != token.Issuer)
            {
                continue;
            }

            var refusal = await VerifyWithNewestAsync(token, issuer, issuer.Settings.Audience, found, ct);
            return refusal is null ? TokenClaims.Read(token, issuer) : refusal;
        }

        return unreachable ? IdentityRefusals.SignInUnavailable : IdentityRefusals.TokenIssuerUnknown;
    }

    private async Task<Refusal?> VerifyWithNewestAsync(
        JsonWebToken token, TokenIssuer issuer, string audience, OpenIdConnectConfiguration found, CancellationToken ct)
    {
        var refusal = await VerifyAsync(token, audience, found.SigningKeys, ct);
        return refusal?.Reason == IdentityRefusals.TokenKeyUnknown && await issuer.Keys.ReadNewerAsync(found, ct) is { } newer && newer != found
            ? await VerifyAsync(token, audience, newer.SigningKeys, ct)
            : refusal;
    }

    private async Task<Refusal?> VerifyAsync(JsonWebToken token, string audience, ICollection<SecurityKey> keys, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        var verdict = await Handler.ValidateTokenAsync(token, new TokenValidationParameters
        {
            ValidAlgorithms = Algorithms,
            ValidIssuer = token.Issuer, // Compared with the discovery document by the caller.
            ValidAudience = audience,
            IssuerSigningKeys = keys,
            TryAllIssuerSigningKeys = false,
            RequireSignedTokens = true,
            ValidateLifetime = false, // By our own clock, below.
        });
        return verdict.IsValid ? OutOfTime(token) : Because(verdict.Exception);
    }

    private Refusal? OutOfTime(JsonWebToken token)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return token.ValidTo == DateTime.MinValue || token.ValidTo > now + Longest ? IdentityRefusals.TokenIncomplete.With(JwtRegisteredClaimNames.Exp)
            : now - Skew >= token.ValidTo ? (Refusal)IdentityRefusals.TokenExpired
            : token.ValidFrom > now + Skew || token.IssuedAt > now + Skew ? (Refusal)IdentityRefusals.TokenNotYetValid
            : null;
    }

    private static RefusalCode Because(Exception reason) => reason switch
    {
        SecurityTokenSignatureKeyNotFoundException => IdentityRefusals.TokenKeyUnknown,
        SecurityTokenInvalidSignatureException => IdentityRefusals.TokenSignatureWrong,
        SecurityTokenInvalidAudienceException => IdentityRefusals.TokenAudienceWrong,
        SecurityTokenInvalidAlgorithmException => IdentityRefusals.TokenAlgorithmRefused,
        _ => IdentityRefusals.TokenSignatureWrong,
    };
}
