using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;

namespace PublicAdmin.Signing.Verification;

/// <summary>
/// What a certificate must be for, to sign a document: said for each trusted root, or for all others, from a day on. A key meant for a web server or for
/// encrypting signs nothing, whoever issued it.
/// </summary>
internal static class CertificatePurposes
{
    private const string AnyUsage = "2.5.29.37.0";

    // This file is also part of the stand-alone verifier, which knows nothing else of the system.
    private static readonly PurposeRule[] Rules = Read("PublicAdmin.Signing.Verification.certificate-purposes.json");

    /// <param name="path">The signer's certificate first, the root last.</param>
    /// <param name="at">When it signed.</param>
    /// <returns>What it is not for, in the words of X.509; null when it may sign.</returns>
    public static string? Problem(IReadOnlyList<X509Certificate2> path, DateTimeOffset at) => path.Count == 0 ? null : Problem(path[0], RuleFor(path[^1], at));

    private static PurposeRule[] Read(string resource)
    {
        using var stream = typeof(CertificatePurposes).Assembly.GetManifestResourceStream(resource);
        return JsonSerializer.Deserialize<PurposeRule[]>(stream!, JsonSerializerOptions.Web)!;
    }

    private static PurposeRule RuleFor(X509Certificate2 root, DateTimeOffset at)
    {
        var thumbprint = root.GetCertHashString(HashAlgorithmName.SHA256);
        var current = Rules.Where(rule => rule.From <= DateOnly.FromDateTime(at.UtcDateTime)).OrderByDescending(rule => rule.From).ToList();
        return current.Find(rule => string.Equals(rule.Root, thumbprint, StringComparison.OrdinalIgnoreCase)) ?? current.First(rule => rule.Root == "*");
    }

    private static string? Problem(X509Certificate2 certificate, PurposeRule rule)
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

/// <summary>What one root's certificates must be for.</summary>
/// <param name="Root">SHA-256 of the root's certificate, hexadecimal; "*" for every other root.</param>
/// <param name="From">The first day it holds.</param>
/// <param name="KeyUsageNeeded">A certificate that does not say what its key is for is refused.</param>
/// <param name="Allowed">Extended key usages; one of them is enough, and a certificate without any may sign.</param>
/// <param name="Forbidden">Extended key usages that rule signing out, whatever stands beside them.</param>
/// <param name="Policies">Certificate policies, of which one must be named; empty for any.</param>
/// <param name="Source">Where the rule comes from.</param>
internal sealed record PurposeRule(
    string Root, DateOnly From, bool KeyUsageNeeded, IReadOnlyList<string> Allowed, IReadOnlyList<string> Forbidden, IReadOnlyList<string> Policies,
    string Source);
