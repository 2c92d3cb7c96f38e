using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Extensions.Options;

namespace PublicAdmin.Notifications.Sending;

/// <summary>
/// Tokens by which the office signs in to a mail server that takes no password (OAuth 2.0 client credentials, RFC 6749 section 4.4; the server is told
/// it by XOAUTH2). One is used until shortly before it ends.
/// </summary>
public sealed class MailTokens(HttpClient http, IOptions<MailSettings> settings, TimeProvider clock)
{
    private const string Scope = "https://outlook.office365.com/.default"; // The one server known that takes such tokens.
    private static readonly TimeSpan Early = TimeSpan.FromMinutes(5);
    private MailToken? _token;

    /// <exception cref="MailAwayException">Who issues tokens is out of reach, or does not know us: nothing a letter could help.</exception>
    public async Task<string> GetAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (_token is not { } token || token.Until <= now)
        {
            var answer = await AskAsync(settings.Value, ct);
            _token = token = new(answer.AccessToken, now.AddSeconds(answer.ExpiresIn) - Early);
        }

        return token.Value;
    }

    private async Task<MailTokenAnswer> AskAsync(MailSettings server, CancellationToken ct)
    {
        using var form = new FormUrlEncodedContent(
            [new("grant_type", "client_credentials"), new("client_id", server.ClientId), new("client_secret", server.Password), new("scope", Scope)]);
        try
        {
            using var answer = await http.PostAsync(new Uri(server.TokenUrl), form, ct);
            return await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<MailTokenAnswer>(ct) ?? throw new JsonException("An empty answer.");
        }
        catch (Exception e) when (e is HttpRequestException or IOException or JsonException || (e is TaskCanceledException && !ct.IsCancellationRequested))
        {
            throw new MailAwayException(
                $"No token for the mail server: {(e as HttpRequestException)?.StatusCode?.ToString() ?? e.GetType().Name}.", "token", inner: e);
        }
    }

    private sealed record MailToken(string Value, DateTimeOffset Until);

    private sealed record MailTokenAnswer(
        [property: JsonPropertyName("access_token"), JsonRequired] string AccessToken, [property: JsonPropertyName("expires_in")] int ExpiresIn = 600);
}
