using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using PublicAdmin.Signing.Status;

namespace PublicAdmin.Signing.Verification;

/// <summary>
/// The certificates that come along with a signature. Nothing signs their company, so one of them can be altered without the signature breaking: the
/// way to the root then goes through the verifier's own copy. Such a certificate proves nothing, and whoever checks is told.
/// </summary>
internal static class CompanyOfCertificates
{
    /// <returns>Serial numbers of those that are altered, or that neither belong to the ways found nor are vouched for by any other.</returns>
    public static IReadOnlyList<string> Doubtful(
        X509Certificate2Collection came, X509Certificate2Collection roots, IEnumerable<IReadOnlyList<X509Certificate2>> paths, CancellationToken ct)
    {
        var used = paths.SelectMany(path => path).Select(certificate => certificate.Thumbprint).ToHashSet(StringComparer.Ordinal);
        return [.. came.Where(certificate => !used.Contains(certificate.Thumbprint) && !IsVouchedFor(certificate, came, roots, ct))
            .Select(certificate => certificate.SerialNumber)];
    }

    private static bool IsVouchedFor(X509Certificate2 certificate, X509Certificate2Collection came, X509Certificate2Collection roots, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        return AlgorithmsAgree(certificate) && came.Concat(roots).Any(issuer => Issuance.By(certificate, issuer));
    }

    // The algorithm is named within what is signed and again outside (RFC 5280 section 4.1.1.2).
    private static bool AlgorithmsAgree(X509Certificate2 certificate)
    {
        try
        {
            var parts = new AsnReader(certificate.RawDataMemory, AsnEncodingRules.DER).ReadSequence();
            var body = parts.ReadSequence();
            body.ReadEncodedValue();
            body.ReadEncodedValue();
            return body.ReadEncodedValue().Span.SequenceEqual(parts.ReadEncodedValue().Span);
        }
        catch (Exception e) when (e is AsnContentException or CryptographicException)
        {
            return false;
        }
    }
}
