using System.Text.Json.Serialization;
using PublicAdmin.Platform;

namespace PublicAdmin.Scans.Judging;

/// <summary>What a finding means for the paper.</summary>
public enum Weight
{
    /// <summary>Good to know.</summary>
    Note,

    /// <summary>The clerk decides.</summary>
    Warning,

    /// <summary>The paper cannot be used as it is.</summary>
    Refusal,
}

/// <summary>One thing found out about a file.</summary>
/// <param name="Code">Stable, for machines.</param>
/// <param name="Text">What it is and what to do next.</param>
/// <param name="Value">What the text names: a resolution in dpi, a virus; null for a finding that names nothing.</param>
public sealed record ScanFinding(string Code, Weight Weight, Text Text, [property: JsonIgnore] string? Value = null);

/// <summary>What looking into a file told (kết quả kiểm tra tệp).</summary>
/// <param name="Pages">Images of a TIFF, pages of a PDF, 1 for a JPEG or PNG; 0 when unknown.</param>
/// <param name="Dpi">Resolution of the worst scanned page; null when no page is a picture.</param>
/// <param name="HasSignature">Carries a digital signature (chữ ký số), which rewriting would destroy.</param>
public sealed record ScanFindings(FileKind Kind, int Pages, int? Dpi, bool HasSignature, IReadOnlyList<ScanFinding> Findings)
{
    public bool IsInfected => Findings.Any(finding => finding.Code == PaperFindings.InfectedCode);

    /// <summary>The first reason the paper cannot be used; null when it can.</summary>
    public ScanFinding? Refusal => Findings.FirstOrDefault(finding => finding.Weight is Weight.Refusal);
}
