using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using Microsoft.Extensions.Logging;
using PublicAdmin.Signing;
using PublicAdmin.Signing.Cms;

namespace PublicAdmin.Audit;

/// <summary>
/// Signs manifests with a key of their own that never leaves the vault, and has the signature stamped by the timestamp authority where there is
/// one. Both are as openssl wants them: <c>openssl dgst -verify</c>, <c>openssl ts -verify -token_in</c>.
/// </summary>
public sealed partial class SealSigner(ISigningKeys keys, ILogger<SealSigner> log, TimestampAuthority? timestamps = null)
{
    /// <summary>The key in the vault; its public half is published at GET /api/audit/key.</summary>
    public const string Key = "audit-seals";

    public async Task<SigningKey> KeyAsync(CancellationToken ct) =>
        await keys.FindAsync(Key, null, ct) ?? throw new InvalidOperationException($"The vault has no key '{Key}'.");

    /// <summary>What the vault knows of a key a manifest names; null when it no longer knows it, or never did.</summary>
    public Task<SigningKey?> FindAsync(SealKey named, CancellationToken ct) =>
        named.Name == Key && named.Version.Length is > 0 and <= 64 && named.Version.All(char.IsAsciiLetterOrDigit)
            ? keys.FindAsync(Key, named.Version, ct) : Task.FromResult<SigningKey?>(null);

    public static SealKey Describe(SigningKey key) => new(key.Name, key.Version, key.Algorithm, PemEncoding.WriteString("PUBLIC KEY", key.PublicKey.Span));

    /// <returns>The signature in DER.</returns>
    public async Task<byte[]> SignAsync(SigningKey key, byte[] manifest, CancellationToken ct) =>
        RawSignatures.ToDer(key.Algorithm, await keys.SignAsync(key, SHA256.HashData(manifest), ct));

    /// <returns>The token in DER; null when there is no authority or it is away: a seal in time is worth more than a stamp.</returns>
    public async Task<byte[]?> StampAsync(byte[] signature, CancellationToken ct)
    {
        var token = timestamps is null ? null : await timestamps.StampAsync(signature, ct);
        if (timestamps is not null && token is null)
        {
            LogUnstamped();
        }

        return token;
    }

    public static bool Holds(SealKey key, byte[] manifest, byte[] signature)
    {
        try
        {
            return RawSignatures.Holds(
                key.Algorithm, Convert.FromBase64String(key.Pem[PemEncoding.Find(key.Pem).Base64Data]), manifest, signature,
                DSASignatureFormat.Rfc3279DerSequence);
        }
        catch (Exception broken) when (broken is CryptographicException or ArgumentException)
        {
            return false;
        }
    }

    /// <summary>When an authority saw the signature; null when the token does not fit it. Who the authority is, the token says itself.</summary>
    public static DateTimeOffset? StampedAt(byte[] token, byte[] signature) =>
        Rfc3161TimestampToken.TryDecode(token, out var read, out _) && read.VerifySignatureForData(signature, out _) ? read.TokenInfo.Timestamp : null;

    [LoggerMessage(LogLevel.Warning, "The timestamp authority is away; the day is sealed without a timestamp.")]
    private partial void LogUnstamped();
}
