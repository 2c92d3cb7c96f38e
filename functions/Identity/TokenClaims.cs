using Microsoft.IdentityModel.JsonWebTokens;
using PublicAdmin.Platform;

namespace PublicAdmin.Identity;

/// <summary>Who a valid token speaks of.</summary>
internal static class TokenClaims
{
    public static Result<SignedIn> Read(JsonWebToken token, TokenIssuer issuer) => issuer.Kind is CallerKind.Citizen
        ? Citizen(token, issuer.Settings)
        : Text(token, "scp") is null ? Program(token) : Staff(token);

    /// <summary>An id token always speaks of a person, and carries no scopes.</summary>
    public static Result<SignedIn> ReadPerson(JsonWebToken token, TokenIssuer issuer) =>
        issuer.Kind is CallerKind.Citizen ? Citizen(token, issuer.Settings) : Staff(token);

    private static Result<SignedIn> Citizen(JsonWebToken token, IssuerSettings settings) =>
        Text(token, JwtRegisteredClaimNames.Sub) is not { } id ? IdentityRefusals.TokenIncomplete.With("sub")
        : Text(token, settings.PersonalNumberClaim) is not { Length: 12 } number || !number.All(char.IsAsciiDigit)
            ? IdentityRefusals.TokenIncomplete.With(settings.PersonalNumberClaim)
        : Text(token, settings.OrganisationClaim) is not { } code ? new SignedIn(CallerKind.Citizen, id, Text(token, "name") ?? "", number, token.ValidTo)
        : code.Length is 10 or 13 && code.All(char.IsAsciiDigit) ? new SignedIn(CallerKind.Citizen, id, Text(token, "name") ?? "", number, token.ValidTo, code)
        : IdentityRefusals.TokenIncomplete.With(settings.OrganisationClaim);

    // oid is the person in the directory; sub is the person as seen by one application (Microsoft identity platform, access token claims).
    private static Result<SignedIn> Staff(JsonWebToken token) => (Text(token, "oid") ?? Text(token, JwtRegisteredClaimNames.Sub)) is { } id
        ? new SignedIn(CallerKind.Staff, id, Text(token, "name") ?? "", null, token.ValidTo)
        : IdentityRefusals.TokenIncomplete.With("oid");

    // Only tokens a person stands behind carry scopes; one without was given to a program for its own secret (client credentials).
    private static Result<SignedIn> Program(JsonWebToken token) => (Text(token, "azp") ?? Text(token, "appid")) is { } id
        ? new SignedIn(CallerKind.System, id, id, null, token.ValidTo)
        : IdentityRefusals.TokenIncomplete.With("azp");

    private static string? Text(JsonWebToken token, string claim) =>
        token.TryGetPayloadValue<string>(claim, out var value) && !string.IsNullOrEmpty(value) ? WrittenText.Clean(value) : null;
}
