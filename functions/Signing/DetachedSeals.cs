using System.Security.Cryptography;
using PublicAdmin.Platform;
using PublicAdmin.Signing.Certificates;
using PublicAdmin.Signing.Cms;

namespace PublicAdmin.Signing;

/// <summary>
/// Seals what is no PDF: a detached CMS signature (CAdES B-B, B-T with a timestamp authority) with a key that stays in its vault, as
/// <c>openssl cms -verify -inform DER -binary</c> reads it.
/// </summary>
public sealed class DetachedSeals(SigningCertificates certificates, ISigningKeys keys, TimestampAuthority? timestamps = null)
{
    /// <returns>DER, with the certificates up to the root.</returns>
    public async Task<Result<byte[]>> SignAsync(byte[] content, SigningOwner owner, CancellationToken ct)
    {
        if (!(await certificates.FindAsync(owner, ct)).Try(out var identity, out var refusal))
        {
            return refusal;
        }

        var attributes = CmsAttributes.Signed(SHA256.HashData(content), identity.Certificate);
        var raw = await keys.SignAsync(identity.Key, SHA256.HashData(attributes), ct);
        var signature = RawSignatures.ToDer(identity.Key.Algorithm, raw);
        var timestamp = timestamps is null ? null : await timestamps.StampAsync(signature, ct);
        return timestamps is not null && timestamp is null
            ? SigningRefusals.TimestampAway
            : CmsSignature.Assemble(attributes, signature, identity.Key.Algorithm, identity.Chain, timestamp);
    }
}
