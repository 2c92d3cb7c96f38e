using System.Text.Json;
using PublicAdmin.Platform;
using PublicAdmin.Scans.Judging;

namespace PublicAdmin.Documents.Checking;

/// <summary>A paper's check as it is kept: findings by code and value, so that a better wording reaches older papers too.</summary>
internal sealed record StoredCheck(
    CheckState State, DateTimeOffset? At, FileKind Kind, int Pages, int? Dpi, bool HasSignature, IReadOnlyList<StoredFinding>? Findings)
{
    public static string Write(PaperCheck check) => JsonSerializer.Serialize(Of(check), OfficeJson.Stored);

    public static PaperCheck Read(string json) => JsonSerializer.Deserialize<StoredCheck>(json, OfficeJson.Stored)!.Check;

    private PaperCheck Check =>
        new(State, At,
            Findings is null ? null : new(Kind, Pages, Dpi, HasSignature, [.. Findings.Select(finding => PaperFindings.Of(finding.Code, finding.Value))]));

    private static StoredCheck Of(PaperCheck check) => check.Findings is { } seen
        ? new(check.State, check.At, seen.Kind, seen.Pages, seen.Dpi, seen.HasSignature,
            [.. seen.Findings.Select(finding => new StoredFinding(finding.Code, finding.Value))])
        : new(check.State, check.At, FileKind.Unknown, 0, null, false, null);
}

/// <param name="Value">Of <see cref="ScanFinding.Value"/>.</param>
internal sealed record StoredFinding(string Code, string? Value);
