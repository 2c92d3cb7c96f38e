using System.Security.Cryptography.X509Certificates;
using PublicAdmin.Signing.Status;

namespace PublicAdmin.Signing.Verification;

/// <summary>Whether a signer's certificates held when the signature was made. The worse the later.</summary>
public enum SignerStatus
{
    /// <summary>The authority's own word says so.</summary>
    Good,

    /// <summary>The certificates do not say where to ask, and nobody's word came along.</summary>
    NotPublished,

    /// <summary>Revoked, but only after the time a timestamp proves.</summary>
    RevokedLater,

    /// <summary>No answer of that time came along.</summary>
    Unknown,

    /// <summary>Revoked before, or at a time that nothing proves to be later.</summary>
    Revoked,
}

/// <param name="RevokedAt">Set when revoked, before or later.</param>
internal sealed record StatusFinding(SignerStatus Status, DateTimeOffset? RevokedAt = null);

/// <summary>Judges certificates by what their authorities said (ETSI EN 319 102-1 section 5.2.6, simplified to one time of signing).</summary>
internal static class StatusJudge
{
    /// <param name="path">The signer's certificate first, the root last.</param>
    /// <param name="material">Answers from anywhere; only those their authority signed count.</param>
    /// <param name="at">When it was signed.</param>
    /// <param name="proven">Whether a timestamp says so. Without one, whoever stole a key could claim any time.</param>
    public static StatusFinding Judge(IReadOnlyList<X509Certificate2> path, StatusMaterial material, DateTimeOffset at, bool proven) =>
        path.Zip(path.Skip(1), (certificate, issuer) => One(certificate, issuer, material, at, proven)).MaxBy(finding => finding.Status)
            ?? new(SignerStatus.NotPublished);

    private static StatusFinding One(X509Certificate2 certificate, X509Certificate2 issuer, StatusMaterial material, DateTimeOffset at, bool proven)
    {
        var answers = material.Ocsps.Select(der => OcspAnswers.Read(der, certificate, issuer))
            .Concat(material.Lists.Select(der => RevocationLists.Read(der, certificate, issuer)))
            .OfType<StatusAnswer>().ToList();
        if (answers.Find(answer => answer.Status is CertificateStatus.Revoked) is { RevokedAt: { } revokedAt })
        {
            return new(proven && revokedAt > at ? SignerStatus.RevokedLater : SignerStatus.Revoked, revokedAt);
        }

        return answers.Exists(answer => answer.Status is CertificateStatus.Good && (answer.ThisUpdate >= at || answer.NextUpdate >= at))
            ? new(SignerStatus.Good)
            : answers.Count == 0 && !StatusAddresses.Of(certificate).Any ? new(SignerStatus.NotPublished)
            : new(SignerStatus.Unknown);
    }
}
