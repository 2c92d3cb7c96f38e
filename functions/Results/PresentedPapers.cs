using System.Text.Json;
using System.Text.RegularExpressions;
using PublicAdmin.Dossiers;
using PublicAdmin.Dossiers.Rows;
using PublicAdmin.Forms.Results;
using PublicAdmin.Pdf.Reading;
using PublicAdmin.Results.Elsewhere;
using PublicAdmin.Signing;
using PublicAdmin.Signing.Verification;

namespace PublicAdmin.Results;

/// <summary>A PDF somebody shows.</summary>
/// <param name="Dossier">Whose result it is, whether it holds or not; null for no result of ours.</param>
/// <param name="Data">What it says as data (<c>ket-qua-tthc/1</c>); null for what was changed, not issued by us, or holds no longer.</param>
public sealed record PresentedPaper(VerificationReport Report, Dossier? Dossier, JsonElement? Data);

/// <summary>
/// Reads what results say as data: of what a signature does not vouch for nothing is read, nor of what we have not issued, whoever signed it.
/// </summary>
public sealed partial class PresentedPapers(LongTermProofs proofs, DossierStore dossiers, IssuedElsewhere elsewhere, SignedResults results)
{
    public async Task<PresentedPaper> ReadAsync(byte[] pdf, CancellationToken ct)
    {
        var report = await proofs.VerifyAsync(pdf, ct);
        var code = report.Signatures.Select(signature => ResultOf().Match(signature.Reason ?? "")).FirstOrDefault(match => match.Success)?.Groups[1].Value;
        var result = await elsewhere.FindAsync(pdf, ct) ?? (DossierCode.TryParse(code, out var parsed) ? parsed : null);
        var dossier = result is null ? null : (await dossiers.FindAsync(result, ct))?.Dossier;
        var isOurs = report.Verdict is Verdict.Valid or Verdict.Untrusted && dossier is { Revocation: null };
        var issued = isOurs ? await results.FindIssuedAsync(dossier!, ct) : null;
        return new(report, dossier, issued is not null && pdf.AsSpan().StartsWith(issued) ? DataOf(issued, ct) : null);
    }

    /// <summary>A <see cref="PresentedFacts"/>.</summary>
    public async Task<ResultFacts?> FactsAsync(byte[] pdf, CancellationToken ct) =>
        await ReadAsync(pdf, ct) is { Dossier: { } dossier, Data: { } data } ? FactsOf(dossier, data) : null;

    /// <summary>An <see cref="IssuedFacts"/>.</summary>
    public async Task<ResultFacts?> FactsAsync(Dossier dossier, CancellationToken ct) =>
        dossier is { Result: { Outcome: Decision.Grant, Elsewhere: null }, Revocation: null, Phase: Phase.Returned }
        && await results.FindIssuedAsync(dossier, ct) is { } issued && DataOf(issued, ct) is { } data
            ? FactsOf(dossier, data)
            : null;

    private static JsonElement? DataOf(byte[] issued, CancellationToken ct) =>
        AssociatedFiles.Data(new PdfFile(issued, ct)) is { } data ? JsonSerializer.Deserialize<JsonElement>(data.Span) : null;

    private static ResultFacts? FactsOf(Dossier dossier, JsonElement data) =>
        TextOf(data, "format") is ResultData.Version1 && data.TryGetProperty("form", out var form) && form.ValueKind is JsonValueKind.Object
        && TextOf(form, "form") is { } id && TextOf(form, "version") is { } version && form.TryGetProperty("answers", out var answers)
            ? new ResultFacts(dossier.Code, dossier.Result!.Number, dossier.Result.Date, TextOf(data, "agency") ?? "", id, version, answers)
            : null;

    private static string? TextOf(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String ? value.GetString() : null;

    // "Phát hành kết quả hồ sơ H18.61-261120-0001": the reason our own signatures give.
    [GeneratedRegex(@"kết quả hồ sơ ([A-Z][0-9.]+-[0-9]{6}-[0-9]{4,})")]
    private static partial Regex ResultOf();
}
