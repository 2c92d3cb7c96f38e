using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace PublicAdmin.Signing.Cms;

/// <summary>What a signature says beside itself (RFC 5652 section 5.3): content type, message digest and signing-certificate-v2.</summary>
internal static class CmsAttributes
{
    /// <summary>The signed attributes as a DER SET: what is hashed and signed.</summary>
    public static byte[] Signed(ReadOnlyMemory<byte> contentDigest, X509Certificate2 certificate)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSetOf())
        {
            Write(writer, Oids.ContentType, () => writer.WriteObjectIdentifier(Oids.Data));
            Write(writer, Oids.MessageDigest, () => writer.WriteOctetString(contentDigest.Span));
            Write(writer, Oids.SigningCertificateV2, () => WriteCertificateId(writer, certificate));
        }

        return writer.Encode();
    }

    public static void Write(AsnWriter writer, string type, Action writeValue)
    {
        using (writer.PushSequence())
        {
            writer.WriteObjectIdentifier(type);
            using (writer.PushSetOf())
            {
                writeValue();
            }
        }
    }

    // ESSCertIDv2 (RFC 5035): SHA-256 is the default and so stays unwritten in DER.
    private static void WriteCertificateId(AsnWriter writer, X509Certificate2 certificate)
    {
        using (writer.PushSequence())
        using (writer.PushSequence())
        using (writer.PushSequence())
        {
            writer.WriteOctetString(SHA256.HashData(certificate.RawData));
            using (writer.PushSequence())
            {
                using (writer.PushSequence())
                using (writer.PushSequence(new Asn1Tag(TagClass.ContextSpecific, 4)))
                {
                    writer.WriteEncodedValue(certificate.IssuerName.RawData);
                }

                writer.WriteInteger(certificate.SerialNumberBytes.Span);
            }
        }
    }
}
