namespace PublicAdmin.Signing.Status;

/// <summary>Whether a certificate may still be relied on, as its authority says.</summary>
public enum CertificateStatus
{
    Good,
    Revoked,

    /// <summary>The authority does not know the certificate.</summary>
    Unknown,
}

/// <summary>What an authority said of one certificate.</summary>
/// <param name="ThisUpdate">From when it is so.</param>
/// <param name="NextUpdate">When there will be newer word; null when the authority did not say.</param>
/// <param name="RevokedAt">Set when revoked.</param>
public sealed record StatusAnswer(CertificateStatus Status, DateTimeOffset ThisUpdate, DateTimeOffset? NextUpdate, DateTimeOffset? RevokedAt = null);

/// <summary>An authority's answer as it signed it: proof for whoever asks later.</summary>
/// <param name="Ocsp">An OCSP response; else a revocation list.</param>
/// <param name="Der">As it came.</param>
public sealed record StatusProof(bool Ocsp, byte[] Der, StatusAnswer Answer);
