using System.Security.Cryptography.X509Certificates;
using Org.BouncyCastle.Asn1.X509;
using Org.BouncyCastle.X509;

namespace PublicAdmin.Signing.Status;

/// <summary>
/// Certificate revocation lists (RFC 5280 section 5): believed only when the certificate's own issuer signed them. BouncyCastle reads the wire.
/// </summary>
internal static class RevocationLists
{
    /// <returns>Null when it is no whole list of this certificate's issuer.</returns>
    public static StatusAnswer? Read(byte[] list, X509Certificate2 certificate, X509Certificate2 issuer) => AuthorityBytes.Read(() =>
    {
        var read = new X509Crl(list);
        return SignedByAuthority.Holds(read.GetTbsCertList(), read.SignatureAlgorithm.GetEncoded(), read.GetSignature(), issuer)
            && read.IssuerDN.GetEncoded().AsSpan().SequenceEqual(issuer.SubjectName.RawData) && IsWhole(read)
            ? Said(read, read.GetRevokedCertificate(CertificateIds.Serial(certificate)))
            : null;
    });

    // A critical extension nobody here knows may say anything (section 5.2); these two say less than "all that is revoked" even when not marked so.
    private static bool IsWhole(X509Crl list) => list.GetCriticalExtensionOids() is not { Count: > 0 }
        && list.GetExtensionValue(X509Extensions.DeltaCrlIndicator) is null && list.GetExtensionValue(X509Extensions.IssuingDistributionPoint) is null;

    private static StatusAnswer Said(X509Crl list, X509CrlEntry? revoked) => new(
        revoked is null ? CertificateStatus.Good : CertificateStatus.Revoked, AuthorityBytes.Utc(list.ThisUpdate),
        list.NextUpdate is { } next ? AuthorityBytes.Utc(next) : null, revoked is null ? null : AuthorityBytes.Utc(revoked.RevocationDate));
}
