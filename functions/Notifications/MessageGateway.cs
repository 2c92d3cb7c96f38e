using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Options;
using PublicAdmin.Platform;

namespace PublicAdmin.Notifications;

/// <summary>A short message for the gateway.</summary>
/// <param name="Id">The same at every try: the gateway sends it once.</param>
public sealed record ShortMessage(string Id, LetterChannel Channel, string To, string Text);

/// <summary>
/// The province's gateway for SMS and Zalo. Each request carries <c>X-Timestamp</c> (Unix seconds) and <c>X-Signature</c>: hex
/// HMAC-SHA256 with the shared secret over timestamp, a line feed and the body.
/// </summary>
public sealed class MessageGateway(HttpClient http, IOptions<MailSettings> settings, TimeProvider clock)
{
    public bool IsOpen => settings.Value is { GatewayUrl.Length: > 0, GatewaySecret.Length: >= 32 };

    /// <exception cref="UndeliverableException">The gateway refuses the message for good.</exception>
    public async Task SendAsync(ShortMessage message, CancellationToken ct)
    {
        var body = JsonSerializer.Serialize(message, OfficeJson.Options);
        var timestamp = clock.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        using var request = new HttpRequestMessage(HttpMethod.Post, settings.Value.GatewayUrl) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.Add("X-Timestamp", timestamp);
        request.Headers.Add("X-Signature", Sign(settings.Value.GatewaySecret, timestamp, body));
        request.Headers.Add("Idempotency-Key", message.Id);

        using var answer = await http.SendAsync(request, ct);
        if ((int)answer.StatusCode is >= 400 and < 500 && answer.StatusCode is not (HttpStatusCode.TooManyRequests or HttpStatusCode.RequestTimeout))
        {
            throw new UndeliverableException(string.Create(CultureInfo.InvariantCulture, $"The gateway refused the message: {(int)answer.StatusCode}."));
        }

        answer.EnsureSuccessStatusCode();
    }

    public static string Sign(string secret, string timestamp, string body) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes($"{timestamp}\n{body}")));
}
