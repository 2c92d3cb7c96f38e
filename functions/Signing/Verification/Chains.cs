using System.Security.Cryptography.X509Certificates;

namespace PublicAdmin.Signing.Verification;

/// <summary>The way from a certificate to its root.</summary>
/// <param name="Problem">In the words of X.509; null when a trusted root was reached.</param>
/// <param name="Path">The certificate first, as far as the way was found.</param>
internal sealed record ChainFindings(string? Problem, IReadOnlyList<X509Certificate2> Path);

/// <summary>The ways of the certificates of one file, each looked for once: one person may have signed it a hundred times.</summary>
internal sealed class KnownChains(X509Certificate2Collection roots)
{
    private readonly Dictionary<string, ChainFindings> _found = new(StringComparer.Ordinal);

    public ChainFindings Find(X509Certificate2 certificate, X509Certificate2Collection others, DateTimeOffset at)
    {
        var company = others.Select(other => other.Thumbprint).Distinct().Order(StringComparer.Ordinal);
        var key = string.Join(' ', [certificate.Thumbprint, at.UtcTicks.ToString(System.Globalization.CultureInfo.InvariantCulture), .. company]);
        return _found.TryGetValue(key, out var known) ? known : _found[key] = Chains.Build(certificate, others, roots, at);
    }
}

/// <summary>Whether a certificate leads to a root that is trusted.</summary>
internal static class Chains
{
    /// <returns>What is wrong, in the words of X.509; null when all is well.</returns>
    public static string? Problem(X509Certificate2 certificate, X509Certificate2Collection others, X509Certificate2Collection roots, DateTimeOffset at) =>
        Build(certificate, others, roots, at).Problem;

    public static ChainFindings Build(X509Certificate2 certificate, X509Certificate2Collection others, X509Certificate2Collection roots, DateTimeOffset at)
    {
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.AddRange(roots);
        chain.ChainPolicy.ExtraStore.AddRange(others);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.DisableCertificateDownloads = true;
        chain.ChainPolicy.VerificationTime = at.UtcDateTime;
        chain.ChainPolicy.VerificationTimeIgnored = false;
        var problem = chain.Build(certificate) ? null : string.Join(", ", chain.ChainStatus.Select(status => status.Status));
        return new(problem, [.. chain.ChainElements.Select(element => X509CertificateLoader.LoadCertificate(element.Certificate.RawData))]);
    }
}
