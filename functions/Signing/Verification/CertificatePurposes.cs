using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace PublicAdmin.Signing.Verification;

/// <summary>
/// What a certificate must be for, to sign a document. A key meant for a web server or for encrypting signs nothing, whoever issued it.
/// </summary>
internal static class CertificatePurposes
{
    private const string AnyUsage = "2.5.29.37.0";

    /// <returns>What it is not for, in the words of X.509; null when it may sign.</returns>
    public static string? Problem(X509Certificate2 certificate, PurposeRule rule)
    {
        if (certificate.Extensions.OfType<X509BasicConstraintsExtension>().Any(basic => basic.CertificateAuthority))
        {
            return "BasicConstraints";
        }

        var usages = certificate.Extensions.OfType<X509KeyUsageExtension>().FirstOrDefault()?.KeyUsages;
        if (usages is null ? rule.KeyUsageNeeded : (usages.Value & (X509KeyUsageFlags.DigitalSignature | X509KeyUsageFlags.NonRepudiation)) == 0)
        {
            return "KeyUsage";
        }

        var extended = certificate.Extensions.OfType<X509EnhancedKeyUsageExtension>().FirstOrDefault()?.EnhancedKeyUsages
            .Cast<Oid>().Select(purpose => purpose.Value!).ToList();
        if (extended is not null
            && (extended.Exists(rule.Forbidden.Contains) || !extended.Exists(purpose => purpose == AnyUsage || rule.Allowed.Contains(purpose))))
        {
            return "ExtendedKeyUsage";
        }

        return rule.Policies.Count == 0 || rule.Policies.Any(policy => CertificatePolicies.Of(certificate).Contains(policy)) ? null : "CertificatePolicy";
    }
}
