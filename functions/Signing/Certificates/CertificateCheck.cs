using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using PublicAdmin.Platform;
using PublicAdmin.Signing.Certificates.Purposes;
using PublicAdmin.Signing.Status;
using PublicAdmin.Signing.Verification;

namespace PublicAdmin.Signing.Certificates;

/// <summary>
/// Before a key signs, its certificate is checked as Decree 23/2025 asks: in its term, leading to the root that was imported with it, and neither
/// it nor what stands between them revoked, wherever the certificates say where to ask.
/// </summary>
public sealed partial class CertificateCheck(
    CertificateStatuses statuses, PurposeBook purposes, IConfiguration settings, TimeProvider clock, ILogger<CertificateCheck> log)
{
    /// <summary>
    /// Setting: what to do when no authority answers. <c>refuse</c>, the default, puts signing off until one does; <c>sign</c> signs, and records
    /// with the paper that the status could not be checked.
    /// </summary>
    public const string UnreachableSetting = "Signing:WhenStatusUnknown";

    // As long as the authority takes, and a margin: a certificate that has ended stops its office.
    private static readonly TimeSpan Reminder = TimeSpan.FromDays(60);

    private bool SignsUnchecked => string.Equals(settings[UnreachableSetting], "sign", StringComparison.OrdinalIgnoreCase);

    /// <returns>The identity with the proofs that its certificates held today, or why it may not sign.</returns>
    public async Task<Result<SigningIdentity>> CheckAsync(SigningIdentity identity, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (identity.Chain.FirstOrDefault(certificate => now < certificate.NotBefore || now > certificate.NotAfter) is { } expired)
        {
            return SigningRefusals.CertificateExpired.With(identity.Key.Name, expired.NotBefore, expired.NotAfter);
        }

        if ((identity.TrustProblem ?? purposes.Current.Problem(identity.Chain, now)) is { } problem)
        {
            return SigningRefusals.CertificateUntrusted.With(identity.Key.Name).Knowing("chain", problem);
        }

        if (identity.Certificate.NotAfter - now < Reminder)
        {
            LogEnding(identity.Key.Name, (int)(identity.Certificate.NotAfter - now).TotalDays);
        }

        var proofs = new List<StatusProof>();
        foreach (var certificate in identity.Chain.Where(certificate => StatusAddresses.Of(certificate).Any))
        {
            if (await statuses.FindAsync(certificate, identity.IssuerOf(certificate), ct) is { } proof)
            {
                proofs.Add(proof);
            }
            else if (!SignsUnchecked)
            {
                return SigningRefusals.StatusUnknown.With(identity.Key.Name);
            }
            else
            {
                LogUnchecked(identity.Key.Name, certificate.SerialNumber);
                identity = identity with { StatusUnchecked = true };
            }
        }

        return proofs.Find(proof => proof.Answer.Status is CertificateStatus.Revoked) is { } revoked
            ? SigningRefusals.CertificateRevoked.With(identity.Key.Name, revoked.Answer.RevokedAt)
            : identity with { Proofs = proofs };
    }

    /// <summary>What is wrong between a certificate and the root that came with it; null when nothing is.</summary>
    internal static string? TrustProblem(IReadOnlyList<X509Certificate2> chain, DateTimeOffset at) =>
        Chains.Problem(chain[0], [.. chain], [chain[^1]], at);

    [LoggerMessage(LogLevel.Warning, "No authority answered for certificate {Serial} of key {Key}; it signs unchecked, as the settings say.")]
    private partial void LogUnchecked(string key, string serial);

    [LoggerMessage(LogLevel.Warning, "The certificate of {Key} ends in {Days} days.", EventName = "CertificateEnding")]
    private partial void LogEnding(string key, int days);
}
