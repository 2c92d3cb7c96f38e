using System.Security.Cryptography.X509Certificates;
using PublicAdmin.Platform;

namespace PublicAdmin.Signing;

/// <summary>
/// Before a key signs, its certificate is checked as Decree 23/2025 asks: in its term, leading to the root that was imported with it, and not
/// revoked, wherever the certificate says where to ask.
/// </summary>
internal static class CertificateCheck
{
    private const string RevocationList = "2.5.29.31";
    private const string AuthorityAccess = "1.3.6.1.5.5.7.1.1";

    private static readonly TimeSpan AskingTakes = TimeSpan.FromSeconds(10);

    /// <returns>Null when the certificate may be used.</returns>
    public static Refusal? Objection(SigningIdentity identity, DateTimeOffset now)
    {
        var certificate = identity.Certificate;
        if (now < certificate.NotBefore || now > certificate.NotAfter)
        {
            return SigningRefusals.CertificateExpired.With(identity.Key.Name, certificate.NotBefore, certificate.NotAfter);
        }

        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.Add(identity.Chain[^1]);
        chain.ChainPolicy.ExtraStore.AddRange(identity.Chain.ToArray());
        chain.ChainPolicy.VerificationTime = now.UtcDateTime;
        chain.ChainPolicy.VerificationTimeIgnored = false;
        chain.ChainPolicy.UrlRetrievalTimeout = AskingTakes;
        chain.ChainPolicy.RevocationFlag = X509RevocationFlag.ExcludeRoot;
        chain.ChainPolicy.RevocationMode = SaysWhereToAsk(certificate) ? X509RevocationMode.Online : X509RevocationMode.NoCheck;
        return chain.Build(certificate)
            ? null
            : SigningRefusals.CertificateUntrusted.With(identity.Key.Name).Knowing("chain", chain.ChainStatus.Select(status => status.Status.ToString()));
    }

    private static bool SaysWhereToAsk(X509Certificate2 certificate) =>
        certificate.Extensions.Any(extension => extension.Oid?.Value is RevocationList or AuthorityAccess);
}
