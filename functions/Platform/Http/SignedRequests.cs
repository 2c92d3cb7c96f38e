using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace PublicAdmin.Platform.Http;

/// <summary>
/// Requests to the province's gateways carry <c>X-Timestamp</c> (Unix seconds) and <c>X-Signature</c>: hex HMAC-SHA256 with the shared
/// secret over timestamp, a line feed and the body; and an <c>Idempotency-Key</c>, the same at every try.
/// </summary>
public static class SignedRequests
{
    public const int LeastSecret = 32;

    /// <summary>Whether a gateway's address and a secret long enough are set.</summary>
    public static bool AreSetUp(string url, string secret) => url.Length > 0 && secret.Length >= LeastSecret;

    public static HttpRequestMessage Post<T>(string url, string secret, string key, T body, TimeProvider clock)
    {
        var json = JsonSerializer.Serialize(body, OfficeJson.Options);
        var timestamp = clock.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = new StringContent(json, Encoding.UTF8, "application/json") };
        request.Headers.Add("X-Timestamp", timestamp);
        request.Headers.Add("X-Signature", Sign(secret, timestamp, json));
        request.Headers.Add("Idempotency-Key", key);
        return request;
    }

    public static string Sign(string secret, string timestamp, string body) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes($"{timestamp}\n{body}")));

    /// <summary>Whether the gateway refuses for good: asking again would be refused again.</summary>
    public static bool IsRefusedForGood(this HttpResponseMessage answer) =>
        (int)answer.StatusCode is >= 400 and < 500 && answer.StatusCode is not (HttpStatusCode.TooManyRequests or HttpStatusCode.RequestTimeout);
}
