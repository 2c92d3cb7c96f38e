using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using PublicAdmin.Documents.Uploads;
using PublicAdmin.Identity;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;

namespace PublicAdmin.Portal.Inbound;

/// <summary>
/// Whether the National Portal made a request, now and for the first time: a known key signed method, path, time, nonce and the digest of the body. Of
/// forgeries one network may try only so many.
/// </summary>
public sealed class PortalSignatures(IOptions<PortalSettings> settings, PortalNonces nonces, RateLimits limits, ClientAddress clients, TimeProvider clock)
{
    public const string KeyHeader = "X-Key-Id";
    public const string TimeHeader = "X-Timestamp";
    public const string NonceHeader = "X-Nonce";
    public const string SignatureHeader = "X-Signature";

    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);
    private static readonly RateLimit Forgeries = new("portal-forged", 50, TimeSpan.FromHours(1));

    public async Task<Result<Caller>> VerifyAsync(HttpRequest request, byte[] body, CancellationToken ct)
    {
        var client = clients.KeyOf(request);
        if (limits.Check(Forgeries, client) is { } spent)
        {
            return spent;
        }

        var key = request.Headers[KeyHeader].ToString();
        if (SecretOf(key) is not { } secret || !IsSigned(request, secret))
        {
            await limits.SpendAsync(Forgeries, client, ct);
            return InboundRefusals.SignatureWrong;
        }

        return await StaleAsync(request, key, body, ct) is { } stale ? stale : PortalOf(key);
    }

    /// <summary>What is signed, one a line.</summary>
    public static string Sign(string secret, string method, string path, string key, string time, string nonce, string digest) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(
            Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(string.Join('\n', method, path, key, time, nonce, digest))));

    private static bool IsSigned(HttpRequest request, string secret)
    {
        string Header(string name) => request.Headers[name].ToString();
        var right = Sign(
            secret, request.Method, request.Path.ToString(), Header(KeyHeader), Header(TimeHeader), Header(NonceHeader), Header(ContentDigest.Header));
        return CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(right), Encoding.UTF8.GetBytes(Header(SignatureHeader)));
    }

    // The body is read by nobody before its digest is proven, and a nonce is used up only by whoever holds the key.
    private async Task<Refusal?> StaleAsync(HttpRequest request, string key, byte[] body, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (!long.TryParse(request.Headers[TimeHeader], NumberStyles.None, CultureInfo.InvariantCulture, out var signed)
            || Math.Abs(signed - now.ToUnixTimeSeconds()) > Skew.TotalSeconds)
        {
            return InboundRefusals.TimeOff.With(now.Here());
        }

        if (ContentDigest.Sha256(request.Headers[ContentDigest.Header]) is not { } digest || !digest.AsSpan().SequenceEqual(SHA256.HashData(body)))
        {
            return InboundRefusals.DigestWrong;
        }

        var nonce = request.Headers[NonceHeader].ToString();
        return nonce.Length is >= 16 and <= 64 && await nonces.UseAsync(key, signed, nonce, ct) ? null : InboundRefusals.NonceUsed.With();
    }

    private string? SecretOf(string key) => settings.Value.FilingKeys.Split(' ', StringSplitOptions.RemoveEmptyEntries)
        .Select(pair => pair.Split(':', 2)).FirstOrDefault(pair => pair.Length == 2 && pair[0] == key && pair[1].Length >= SignedRequests.LeastSecret)?[1];

    private Caller PortalOf(string key) => new(
        CallerKind.System, settings.Value.Client is { Length: > 0 } client ? client : key, "", null, [new Duty(Role.System, Duty.Everywhere)]);
}
