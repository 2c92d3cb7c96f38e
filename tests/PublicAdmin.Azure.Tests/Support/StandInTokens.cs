using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using Azure.Core;

namespace PublicAdmin.Tests.Azure.Support;

/// <summary>
/// Tokens as Entra ID gives them to an app's identity, but signed by nobody. Azurite (<c>--oauth basic</c>) looks at their audience, issuer and times.
/// </summary>
internal sealed class StandInTokens : TokenCredential
{
    public const string Tenant = "00000000-0000-0000-0000-000000000001";
    private const string Issuer = $"https://sts.windows.net/{Tenant}/";
    private static readonly TimeSpan Life = TimeSpan.FromHours(23);

    public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
        new(For(requestContext.Scopes[0].Replace("/.default", "", StringComparison.Ordinal)), DateTimeOffset.UtcNow + Life);

    public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
        new(GetToken(requestContext, cancellationToken));

    public static string For(string resource, string client = "")
    {
        var now = DateTimeOffset.UtcNow;
        var claims = new
        {
            aud = resource,
            iss = Issuer,
            tid = Tenant,
            oid = "00000000-0000-0000-0000-000000000002",
            appid = client,
            iat = now.AddMinutes(-1).ToUnixTimeSeconds(),
            nbf = now.AddMinutes(-1).ToUnixTimeSeconds(),
            exp = (now + Life).ToUnixTimeSeconds(),
        };
        return $"{Part(new { alg = "RS256", typ = "JWT", kid = "x" })}.{Part(claims)}.{Base64Url.EncodeToString("signature"u8)}";
    }

    private static string Part<T>(T part) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(part)));
}
