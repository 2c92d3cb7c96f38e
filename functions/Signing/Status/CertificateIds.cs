using System.Security.Cryptography.X509Certificates;
using Org.BouncyCastle.Math;
using Org.BouncyCastle.Ocsp;
using WireCertificate = Org.BouncyCastle.X509.X509Certificate;

namespace PublicAdmin.Signing.Status;

/// <summary>How OCSP names a certificate (CertID, RFC 6960 section 4.1.1): hashes of its issuer's name and key, and its serial number.</summary>
internal static class CertificateIds
{
    private const string Sha1 = "1.3.14.3.2.26";
    private const string Sha256 = "2.16.840.1.101.3.4.2.1";

    // SHA-1, because responders made for RFC 5019 know nothing else; it only names the certificate, and proves nothing.
    public static CertificateID Of(X509Certificate2 certificate, X509Certificate2 issuer) =>
        new(CertificateID.DigestSha1, new WireCertificate(issuer.RawData), Serial(certificate));

    /// <summary>Whether an answer speaks of this certificate and no other.</summary>
    public static bool Names(CertificateID id, X509Certificate2 certificate, X509Certificate2 issuer) =>
        id.HashAlgOid is Sha1 or Sha256 && id.SerialNumber.Equals(Serial(certificate)) && id.MatchesIssuer(new WireCertificate(issuer.RawData));

    public static BigInteger Serial(X509Certificate2 certificate) => new(certificate.SerialNumberBytes.ToArray());
}
