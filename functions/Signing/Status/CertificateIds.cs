using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace PublicAdmin.Signing.Status;

/// <summary>How OCSP names a certificate (CertID, RFC 6960 section 4.1.1): hashes of its issuer's name and key, and its serial number.</summary>
internal static class CertificateIds
{
    private const string Sha1 = "1.3.14.3.2.26";
    private const string Sha256 = "2.16.840.1.101.3.4.2.1";

    // SHA-1, because responders made for RFC 5019 know nothing else; it only names the certificate, and proves nothing.
    public static void Write(AsnWriter writer, X509Certificate2 certificate, X509Certificate2 issuer)
    {
        using (writer.PushSequence())
        {
            using (writer.PushSequence())
            {
                writer.WriteObjectIdentifier(Sha1);
                writer.WriteNull();
            }

            writer.WriteOctetString(Hash(Sha1, issuer.SubjectName.RawData));
            writer.WriteOctetString(Hash(Sha1, KeyOf(issuer)));
            writer.WriteInteger(certificate.SerialNumberBytes.Span);
        }
    }

    /// <summary>Whether an answer speaks of this certificate and no other.</summary>
    public static bool Names(AsnReader id, X509Certificate2 certificate, X509Certificate2 issuer)
    {
        var algorithm = id.ReadSequence().ReadObjectIdentifier();
        return algorithm is Sha1 or Sha256
            && id.ReadOctetString().AsSpan().SequenceEqual(Hash(algorithm, issuer.SubjectName.RawData))
            && id.ReadOctetString().AsSpan().SequenceEqual(Hash(algorithm, KeyOf(issuer)))
            && id.ReadIntegerBytes().Span.SequenceEqual(certificate.SerialNumberBytes.Span);
    }

    /// <summary>SHA-1 over the bits of a certificate's key: how OCSP names responders, too.</summary>
    public static byte[] KeyHash(X509Certificate2 certificate) => Hash(Sha1, KeyOf(certificate));

    private static byte[] KeyOf(X509Certificate2 certificate) => certificate.PublicKey.EncodedKeyValue.RawData;

#pragma warning disable CA5350 // A name, not a proof: see above.
    private static byte[] Hash(string algorithm, byte[] data) => algorithm == Sha1 ? SHA1.HashData(data) : SHA256.HashData(data);
#pragma warning restore CA5350
}
