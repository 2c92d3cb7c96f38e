using System.Security.Cryptography.X509Certificates;

namespace PublicAdmin.Signing.Verification;

/// <summary>The answer in one word.</summary>
public enum Verdict
{
    /// <summary>Every signature holds, by somebody we trust, and nothing was changed since.</summary>
    Valid,

    /// <summary>Nothing was changed, but who signed cannot be proven.</summary>
    Untrusted,

    /// <summary>Nothing was changed, but a signer's certificate had been revoked.</summary>
    Revoked,

    /// <summary>Something was changed after a signature was made.</summary>
    Changed,

    /// <summary>A signature does not fit what it was made on.</summary>
    Broken,

    /// <summary>There is no signature.</summary>
    NotSigned,

    /// <summary>No PDF, or one too damaged to be read.</summary>
    Unreadable,

    /// <summary>Nothing speaks against it, but something in it cannot be checked here: an algorithm, a lock, too large a file.</summary>
    Uncheckable,
}

/// <summary>What may happen to a signed file.</summary>
public enum UpdateKind
{
    /// <summary>A field that was left open for a signature was signed, or a signature was added.</summary>
    SignatureMade,

    /// <summary>A field that was left open for a text was filled.</summary>
    Filled,

    /// <summary>Certificates or revocation data for the long term were added.</summary>
    ValidationData,

    /// <summary>The file's own description.</summary>
    Metadata,

    /// <summary>Anything else: it may say something other than what was signed.</summary>
    Content,

    /// <summary>Something a signature or a form needs, whose effect on what is seen cannot be told here.</summary>
    Unclear,
}

/// <summary>One thing a later update did.</summary>
/// <param name="What">The field, page or object.</param>
public sealed record Change(UpdateKind Kind, string What)
{
    /// <summary>The signature made is a document timestamp.</summary>
    internal bool IsTimestamp { get; init; }
}

/// <summary>What was found about one signature.</summary>
/// <param name="Field">The form field it stands in.</param>
/// <param name="Problem">Why it does not hold, as a stable code; null when it does.</param>
/// <param name="Signer">The name in the certificate.</param>
/// <param name="Organisation">The agency in the certificate.</param>
/// <param name="SerialNumber">Of the certificate, hexadecimal.</param>
/// <param name="ClaimedAt">What the signature says.</param>
/// <param name="StampedAt">What a timestamp authority proves; null without a timestamp.</param>
/// <param name="CoversWholeFile">No byte was added since.</param>
/// <param name="Changes">What later updates did.</param>
/// <param name="TrustProblem">Why the certificate does not lead to a trusted root; null when it does.</param>
public sealed record SignatureReport(
    string Field,
    string? Problem,
    string? Signer,
    string? Organisation,
    string? SerialNumber,
    string? Reason,
    DateTimeOffset? ClaimedAt,
    DateTimeOffset? StampedAt,
    bool CoversWholeFile,
    IReadOnlyList<Change> Changes,
    string? TrustProblem)
{
    /// <summary>Whether the signer's certificates, and those of the timestamp, held when this was signed.</summary>
    public SignerStatus Status { get; init; } = SignerStatus.Unknown;

    /// <summary>When the certificate was revoked; null when it was not.</summary>
    public DateTimeOffset? RevokedAt { get; init; }

    /// <summary>Serial numbers, hexadecimal, of certificates that came along altered, or belong to nobody here. They were not relied on.</summary>
    public IReadOnlyList<string> Doubtful { get; init; } = [];

    /// <summary>It proves when the file was whole, and is nobody's will.</summary>
    internal bool IsDocumentTimestamp { get; init; }

    /// <summary>The ways to the roots: of the signer, and of the timestamp when there is one.</summary>
    internal IReadOnlyList<IReadOnlyList<X509Certificate2>> Paths { get; init; } = [];
}

/// <summary>The whole answer: one sentence for people, and the details beneath.</summary>
public sealed record VerificationReport(Verdict Verdict, string Vi, string En, IReadOnlyList<SignatureReport> Signatures);
