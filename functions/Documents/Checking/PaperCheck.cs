using PublicAdmin.Scans.Judging;

namespace PublicAdmin.Documents.Checking;

/// <summary>Whether a paper may be relied on. Citizen and clerk both see it.</summary>
public enum CheckState
{
    /// <summary>Chưa kiểm tra.</summary>
    Pending,

    /// <summary>Readable, and scanned for malware without a find.</summary>
    Clean,

    /// <summary>Unusable or malicious; the findings say why.</summary>
    Refused,

    /// <summary>Readable, but nobody looked for malware; never the same as clean.</summary>
    Unscanned,
}

/// <summary>What the check of a paper told.</summary>
/// <param name="At">When it was checked; null while pending.</param>
/// <param name="Findings">What was seen in the file; null while pending.</param>
public sealed record PaperCheck(CheckState State, DateTimeOffset? At = null, ScanFindings? Findings = null)
{
    public static PaperCheck Pending { get; } = new(CheckState.Pending);

    /// <summary>The media type by content; bytes until it is known.</summary>
    public FileKind Kind => Findings?.Kind ?? FileKind.Unknown;
}
