using System.Net.Http.Json;
using System.Text.Json.Serialization;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace PublicAdmin.Identity.Sessions;

/// <summary>What the pages ask of an issuer: where to sign in and out, and the tokens for a code (OpenID Connect Core 1.0, section 3.1).</summary>
public sealed partial class OpenIdIssuers(Issuers issuers, IOptions<IdentitySettings> settings, ILogger<OpenIdIssuers> log) : IDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(5), AllowAutoRedirect = false })
    {
        Timeout = TimeSpan.FromSeconds(10),
        MaxResponseContentBufferSize = 256 * 1024,
    };

    /// <summary>Where the issuer sends people back to; registered with it letter by letter.</summary>
    public string ReturnAddress(SignInDoor door) => $"{Address}/sign-in/{door.Path}/return";

    private string Address => settings.Value.Address.TrimEnd('/');

    /// <returns>Null while people cannot sign in there with a browser.</returns>
    public TokenIssuer? Find(SignInDoor door) => settings.Value.Address.Length > 0
        ? issuers.Open.FirstOrDefault(issuer => issuer.Kind == door.Kind && issuer.Settings.ClientId.Length > 0)
        : null;

    public TokenIssuer? Find(string authority) => issuers.Open.FirstOrDefault(issuer => issuer.Settings.Authority.TrimEnd('/') == authority.TrimEnd('/'));

    /// <returns>The id token; null when the issuer gives none for this code.</returns>
    public async Task<string?> RedeemAsync(
        SignInDoor door, TokenIssuer issuer, OpenIdConnectConfiguration found, string code, string verifier, CancellationToken ct)
    {
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "authorization_code",
            ["code"] = code,
            ["redirect_uri"] = ReturnAddress(door),
            ["code_verifier"] = verifier,
            ["client_id"] = issuer.Settings.ClientId,
            ["client_secret"] = issuer.Settings.ClientSecret,
        });
        try
        {
            using var answer = await _http.PostAsync(new Uri(found.TokenEndpoint), form, ct);
            var tokens = answer.IsSuccessStatusCode ? await answer.Content.ReadFromJsonAsync<TokenAnswer>(ct) : null;
            LogRedeemed(door.Path, (int)answer.StatusCode);
            return tokens?.IdToken;
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException or System.Text.Json.JsonException && !ct.IsCancellationRequested)
        {
            LogUnreachable(door.Path, e.GetType().Name);
            return null;
        }
    }

    /// <summary>Where the sign-in ends at the issuer, with the way back to us.</summary>
    public async Task<string?> EndOfAsync(Session session, CancellationToken ct)
    {
        if (session.IdToken is null || Find(session.Issuer) is not { } issuer
            || await issuer.Keys.ReadAsync(ct) is not { EndSessionEndpoint.Length: > 0 } found)
        {
            return null;
        }

        var (hint, back) = (Uri.EscapeDataString(session.IdToken), Uri.EscapeDataString($"{Address}/"));
        return $"{found.EndSessionEndpoint}?id_token_hint={hint}&post_logout_redirect_uri={back}";
    }

    public void Dispose() => _http.Dispose();

    private sealed record TokenAnswer([property: JsonPropertyName("id_token")] string? IdToken);

    [LoggerMessage(LogLevel.Information, "The issuer of {Door} answered a code with {Status}.")]
    private partial void LogRedeemed(string door, int status);

    [LoggerMessage(LogLevel.Warning, "The issuer of {Door} could not be asked for tokens: {Reason}.")]
    private partial void LogUnreachable(string door, string reason);
}
