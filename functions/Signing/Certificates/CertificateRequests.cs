using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using PublicAdmin.Signing.Cms;

namespace PublicAdmin.Signing.Certificates;

/// <summary>
/// The request (CSR, RFC 2986) a certificate authority such as Ban Cơ yếu issues a certificate for. Signed by the key itself, within its vault.
/// </summary>
public sealed class CertificateRequests(ISigningKeys keys)
{
    /// <param name="key">For which version.</param>
    /// <param name="subject">Such as <c>CN=Ủy ban nhân dân phường Điện Biên Phủ, O=…, C=VN</c>.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>PEM.</returns>
    public async Task<string> MakeAsync(SigningKey key, X500DistinguishedName subject, CancellationToken ct)
    {
        var wanted = Wanted(key, subject);
        var signature = RawSignatures.ToDer(key.Algorithm, await keys.SignAsync(key, SHA256.HashData(wanted), ct));
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            writer.WriteEncodedValue(wanted);
            RawSignatures.WriteAlgorithm(writer, key.Algorithm);
            writer.WriteBitString(signature);
        }

        return PemEncoding.WriteString("CERTIFICATE REQUEST", writer.Encode());
    }

    private static byte[] Wanted(SigningKey key, X500DistinguishedName subject)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            writer.WriteInteger(0);
            writer.WriteEncodedValue(subject.RawData);
            writer.WriteEncodedValue(key.PublicKey.Span);
            using (writer.PushSetOf(new Asn1Tag(TagClass.ContextSpecific, 0)))
            {
                // No attributes: the authority decides on extensions.
            }
        }

        return writer.Encode();
    }
}
