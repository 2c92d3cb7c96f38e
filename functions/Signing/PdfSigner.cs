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
        if (!PdfSigning.Prepare(pdf, request with { Reserved = request.Reserved ?? RoomFor(identity) }).Try(out var prepared, out var refusal))
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

    // Two hexadecimal digits a byte, in every paper for ever: a chain's own length, the issuer's name twice more, and what RSA-4096 and the
    // attributes take; a timestamp brings a chain of its own, which nobody knows before.
    private int RoomFor(SigningIdentity identity) =>
        identity.Chain.Sum(certificate => certificate.RawDataMemory.Length) + (2 * identity.Certificate.IssuerName.RawData.Length) + 1_536
            + (timestamps is null ? 0 : 12 * 1024);
}
