using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.Extensions.Configuration;
using PublicAdmin.Dossiers;
using PublicAdmin.Platform;
using PublicAdmin.Signing;
using PublicAdmin.Signing.Cms;

namespace PublicAdmin.Results;

/// <summary>What the QR code of a paper says: as little as can be checked.</summary>
/// <param name="C">Mã hồ sơ.</param>
/// <param name="H">The first 16 hexadecimal digits of what was approved; empty for a paper that is no result.</param>
/// <param name="K">The version of the key that signed this.</param>
public sealed record QrPayload(string C, string H, string K);

/// <summary>
/// Signed tokens for QR codes: payload and raw signature, base64url, with a dot between, so that anybody with the published key can check one
/// without asking us.
/// </summary>
public sealed class QrTokens(ISigningKeys keys, IConfiguration settings)
{
    /// <summary>The key in the vault; its public half is published at GET /api/verification-key.</summary>
    public const string Key = "qr-codes";

    private const int MaxLength = 1024;

    public async Task<string> AddressOfAsync(Dossier dossier, bool isResult, CancellationToken ct) =>
        (settings[TrackingPages.CheckAddressSetting] ?? TrackingPages.DefaultCheckAddress) + await MakeAsync(dossier, isResult, ct);

    /// <param name="dossier">Whose paper.</param>
    /// <param name="isResult">Whether the paper is the result itself; a receipt vouches for no result.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<string> MakeAsync(Dossier dossier, bool isResult, CancellationToken ct)
    {
        var key = await keys.FindAsync(Key, null, ct) ?? throw new InvalidOperationException($"The vault has no key '{Key}'.");
        var payload = JsonSerializer.SerializeToUtf8Bytes(
            new QrPayload(dossier.Code.ToString(), isResult ? dossier.Proposal!.Hash[..16] : "", key.Version), OfficeJson.Stored);
        var signature = await keys.SignAsync(key, SHA256.HashData(payload), ct);
        return $"{Base64Url.EncodeToString(payload)}.{Base64Url.EncodeToString(signature)}";
    }

    /// <returns>Null when we did not make it.</returns>
    public async Task<QrPayload?> ReadAsync(string token, CancellationToken ct)
    {
        if (Split(token) is not { } parts || Parse(parts.Payload) is not { } payload || await keys.FindAsync(Key, payload.K, ct) is not { } key)
        {
            return null;
        }

        return RawSignatures.Holds(key.Algorithm, key.PublicKey.Span, parts.Payload, parts.Signature, DSASignatureFormat.IeeeP1363FixedFieldConcatenation)
            ? payload : null;
    }

    private static (byte[] Payload, byte[] Signature)? Split(string token) =>
        token.Length <= MaxLength && token.Split('.') is [var payload, var signature] && Base64Url.IsValid(payload) && Base64Url.IsValid(signature)
            ? (Base64Url.DecodeFromChars(payload), Base64Url.DecodeFromChars(signature))
            : null;

    private static QrPayload? Parse(byte[] payload)
    {
        try
        {
            return JsonSerializer.Deserialize<QrPayload>(payload, OfficeJson.Options) is { K.Length: > 0 } read && read.K.All(char.IsAsciiLetterOrDigit)
                ? read : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
