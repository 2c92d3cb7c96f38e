using System.Text.Json;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using PublicAdmin.Platform;

namespace PublicAdmin.Identity;

/// <summary>What can be said of a token before any key is asked for: three parts, a header we understand, an allowed algorithm.</summary>
internal static class TokenShape
{
    private static readonly string[] Types = ["JWT", "at+jwt", "application/at+jwt"];

    public static Result<JsonWebToken> Parse(string text, IReadOnlyList<string> algorithms, string? alsoType = null)
    {
        if (Read(text) is not { } token)
        {
            return IdentityRefusals.TokenUnreadable;
        }

        // RFC 7515 section 4.1.11: who does not understand a critical extension must refuse, and we understand none.
        if (token.TryGetHeaderValue<object>("crit", out _)
            || !(token.Typ is null or "" || Types.Append(alsoType).Contains(token.Typ, StringComparer.OrdinalIgnoreCase)))
        {
            return IdentityRefusals.TokenUnreadable;
        }

        return algorithms.Contains(token.Alg, StringComparer.Ordinal) ? token : IdentityRefusals.TokenAlgorithmRefused;
    }

    private static JsonWebToken? Read(string text)
    {
        if (text.Length > Tokens.MaxLength || text.Count(c => c == '.') != 2)
        {
            return null;
        }

        try
        {
            var token = new JsonWebToken(text);
            return (token.ValidTo, token.ValidFrom, token.IssuedAt) is var _ ? token : null; // Read now: a time beyond the calendar is no time.
        }
        catch (Exception e) when (e is ArgumentException or SecurityTokenException or FormatException or JsonException or OverflowException
            or InvalidCastException)
        {
            return null;
        }
    }
}
