using System.Formats.Asn1;
using System.Security.Cryptography.X509Certificates;

namespace PublicAdmin.Signing.Cms;

/// <summary>
/// A detached CMS signature (RFC 5652) as CAdES baseline B-B and PAdES want it (ETSI EN 319 122-1): content type, message digest and
/// signing-certificate-v2, and no signing time, which PAdES keeps in the PDF. The signature itself is made elsewhere.
/// </summary>
internal static class CmsSignature
{
    /// <param name="attributes">Of <see cref="CmsAttributes"/>.</param>
    /// <param name="signature">In DER.</param>
    /// <param name="algorithm">How it was made.</param>
    /// <param name="chain">The signer's certificate first.</param>
    /// <param name="timestamp">An RFC 3161 token over the signature; null for none.</param>
    public static byte[] Assemble(
        byte[] attributes, byte[] signature, SigningAlgorithm algorithm, IReadOnlyList<X509Certificate2> chain, byte[]? timestamp)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            writer.WriteObjectIdentifier(Oids.SignedData);
            using (writer.PushSequence(Context(0)))
            using (writer.PushSequence())
            {
                writer.WriteInteger(1);
                using (writer.PushSetOf())
                {
                    WriteDigestAlgorithm(writer);
                }

                using (writer.PushSequence())
                {
                    writer.WriteObjectIdentifier(Oids.Data); // Detached: no content.
                }

                WriteCertificates(writer, chain);
                using (writer.PushSetOf())
                {
                    WriteSigner(writer, attributes, signature, algorithm, chain[0], timestamp);
                }
            }
        }

        return writer.Encode();
    }

    private static void WriteCertificates(AsnWriter writer, IReadOnlyList<X509Certificate2> chain)
    {
        using (writer.PushSetOf(Context(0)))
        {
            foreach (var certificate in chain)
            {
                writer.WriteEncodedValue(certificate.RawData);
            }
        }
    }

    private static void WriteSigner(
        AsnWriter writer, byte[] attributes, byte[] signature, SigningAlgorithm algorithm, X509Certificate2 certificate, byte[]? timestamp)
    {
        using (writer.PushSequence())
        {
            writer.WriteInteger(1);
            using (writer.PushSequence())
            {
                writer.WriteEncodedValue(certificate.IssuerName.RawData);
                writer.WriteInteger(certificate.SerialNumberBytes.Span);
            }

            WriteDigestAlgorithm(writer);
            // In the signer info the SET is tagged [0] IMPLICIT; signed was the SET itself (RFC 5652 section 5.4).
            writer.WriteEncodedValue([0xA0, .. attributes.AsSpan(1)]);
            RawSignatures.WriteAlgorithm(writer, algorithm);
            writer.WriteOctetString(signature);
            WriteTimestamp(writer, timestamp);
        }
    }

    private static void WriteTimestamp(AsnWriter writer, byte[]? timestamp)
    {
        if (timestamp is null)
        {
            return;
        }

        using (writer.PushSetOf(Context(1)))
        {
            CmsAttributes.Write(writer, Oids.SignatureTimestamp, () => writer.WriteEncodedValue(timestamp));
        }
    }

    private static void WriteDigestAlgorithm(AsnWriter writer)
    {
        using (writer.PushSequence())
        {
            writer.WriteObjectIdentifier(Oids.Sha256);
        }
    }

    private static Asn1Tag Context(int number) => new(TagClass.ContextSpecific, number);
}
