using Microsoft.IdentityModel.JsonWebTokens;
using PublicAdmin.Platform;

namespace PublicAdmin.Identity.Sessions;

/// <summary>Reads what issuers tell the pages about people: id tokens and logout tokens.</summary>
public sealed class PersonTokens(Tokens tokens)
{
    private const string LogoutEvent = "http://schemas.openid.net/event/backchannel-logout";

    /// <param name="text">The id token.</param>
    /// <param name="issuer">Whose code was redeemed.</param>
    /// <param name="nonce">What the sign-in began with.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<Result<IssuersAnswer>> ReadIdAsync(string text, TokenIssuer issuer, string nonce, CancellationToken ct)
    {
        var read = await tokens.ReadFromAsync(text, issuer, issuer.Settings.ClientId, ct);
        if (!read.Try(out var token, out var refusal))
        {
            return refusal;
        }

        return Text(token, JwtRegisteredClaimNames.Nonce) != nonce ? SessionRefusals.NonceWrong
            : TokenClaims.ReadPerson(token, issuer).Then(who => (Result<IssuersAnswer>)new IssuersAnswer(who, Text(token, JwtRegisteredClaimNames.Sid)));
    }

    /// <summary>
    /// OpenID Connect Back-Channel Logout 1.0, section 2.6: the event is named, a person or sign-in is named, and no nonce, or it could be an id token.
    /// </summary>
    public async Task<Result<IssuersLogout>> ReadLogoutAsync(string text, TokenIssuer issuer, CancellationToken ct)
    {
        var read = await tokens.ReadFromAsync(text, issuer, issuer.Settings.ClientId, ct);
        if (!read.Try(out var token, out var refusal))
        {
            return refusal;
        }

        var logout = new IssuersLogout(Text(token, JwtRegisteredClaimNames.Sid), Text(token, JwtRegisteredClaimNames.Sub));
        return token.TryGetPayloadValue<System.Text.Json.JsonElement>("events", out var events) && events.TryGetProperty(LogoutEvent, out _)
            && Text(token, JwtRegisteredClaimNames.Nonce) is null && (logout.IssuersSession ?? logout.Subject) is not null
            ? logout
            : SessionRefusals.LogoutTokenWrong;
    }

    private static string? Text(JsonWebToken token, string claim) =>
        token.TryGetPayloadValue<string>(claim, out var value) && !string.IsNullOrEmpty(value) ? value : null;
}

/// <param name="IssuersSession">The issuer's own name of the sign-in; null when it gives none.</param>
public sealed record IssuersAnswer(SignedIn Who, string? IssuersSession);

/// <param name="IssuersSession">The sign-in that ended; null for all of the person's.</param>
public sealed record IssuersLogout(string? IssuersSession, string? Subject);
