using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace PublicAdmin.Signing.Status;

/// <summary>Whether one certificate signed another (RFC 5280 section 4.1).</summary>
internal static class Issuance
{
    public static bool By(X509Certificate2 certificate, X509Certificate2 issuer)
    {
        try
        {
            var parts = new AsnReader(certificate.RawDataMemory, AsnEncodingRules.DER).ReadSequence();
            var body = parts.ReadEncodedValue();
            var algorithm = parts.ReadEncodedValue();
            return certificate.IssuerName.RawData.AsSpan().SequenceEqual(issuer.SubjectName.RawData)
                && SignedByAuthority.Holds(body.Span, algorithm, parts.ReadSignature(), issuer);
        }
        catch (Exception e) when (e is AsnContentException or CryptographicException)
        {
            return false;
        }
    }
}
