using System.Security.Cryptography;
using PublicAdmin.Platform;
using PublicAdmin.Signing.Certificates;
using PublicAdmin.Signing.Cms;
using PublicAdmin.Signing.Pdf;

namespace PublicAdmin.Signing;

/// <summary>Signs a PDF with a key that stays in its vault: PAdES B-B, and B-T when there is a timestamp authority.</summary>
public sealed class PdfSigner(ISigningKeys keys, TimestampAuthority? timestamps = null)
{
    public async Task<Result<byte[]>> SignAsync(ReadOnlyMemory<byte> pdf, SigningIdentity identity, SignatureRequest request, CancellationToken ct)
    {
        if (!PdfSigning.Prepare(pdf, request).Try(out var prepared, out var refusal))
        {
            return refusal;
        }

        var attributes = CmsAttributes.Signed(prepared.Digest(), identity.Certificate);
        var raw = await keys.SignAsync(identity.Key, SHA256.HashData(attributes), ct);
        var signature = RawSignatures.ToDer(identity.Key.Algorithm, raw);
        var timestamp = timestamps is null ? null : await timestamps.StampAsync(signature, ct);
        if (timestamps is not null && timestamp is null)
        {
            return SigningRefusals.TimestampAway; // Without one the paper would be worth less than it is meant to be.
        }

        return prepared.Seal(CmsSignature.Assemble(attributes, signature, identity.Key.Algorithm, identity.Chain, timestamp));
    }
}
