using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Dossiers;
using PublicAdmin.Dossiers.Rows;
using PublicAdmin.Identity;
using PublicAdmin.Pdf.Reading;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;
using PublicAdmin.Results.Elsewhere;
using PublicAdmin.Signing;
using PublicAdmin.Signing.Verification;

namespace PublicAdmin.Results;

/// <summary>POST /api/verification: checks the signatures of any PDF, and whether a result of ours was revoked or replaced. Nothing is kept.</summary>
public sealed partial class CheckPdf(LongTermProofs proofs, DossierStore dossiers, IssuedElsewhere elsewhere, SignedResults results)
{
    private const int MaxBytes = 20 * 1024 * 1024;

    [Function(nameof(CheckPdf)), AllowedTo(Role.Anyone), Accepts(typeof(byte[]), ContentType = "application/pdf", MaxBytes = MaxBytes)]
    [Limited("verification", calls: 300, minutes: 10)]
    [Answers(200, typeof(PdfFindings)), Refuses(typeof(HttpRefusals), nameof(HttpRefusals.BodyTooLarge), nameof(HttpRefusals.BodyCutShort))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/verification")] HttpRequest request, CancellationToken ct)
    {
        var body = await request.ReadBytesAsync(MaxBytes, ct);
        return body.Try(out var pdf, out var refusal) ? TypedResults.Json(await FindAsync(pdf, ct), OfficeJson.Options) : refusal.ToProblem();
    }

    private async Task<PdfFindings> FindAsync(byte[] pdf, CancellationToken ct)
    {
        var report = await proofs.VerifyAsync(pdf, ct);
        var code = report.Signatures.Select(signature => ResultOf().Match(signature.Reason ?? "")).FirstOrDefault(match => match.Success)?.Groups[1].Value;
        var result = await elsewhere.FindAsync(pdf, ct) ?? (DossierCode.TryParse(code, out var parsed) ? parsed : null);
        var dossier = result is null ? null : (await dossiers.FindAsync(result, ct))?.Dossier;
        return dossier?.Revocation is { } revoked
            ? new PdfFindings(revoked.Sentence, report, new WithdrawnResult(dossier.Code, revoked.At.Here(), revoked.ReplacedBy, revoked.Sentence))
            : new PdfFindings(new Text(report.Vi, report.En), report, null, dossier is null ? null : await DataAsync(pdf, report, dossier, ct));
    }

    // What a signature does not vouch for is not read, nor what we have not issued, whoever signed it.
    private async Task<JsonElement?> DataAsync(byte[] pdf, VerificationReport report, Dossier dossier, CancellationToken ct) =>
        report.Verdict is Verdict.Valid or Verdict.Untrusted && await results.FindIssuedAsync(dossier, ct) is { } issued
            && pdf.AsSpan().StartsWith(issued) && AssociatedFiles.Data(new PdfFile(issued, ct)) is { } data
            ? JsonSerializer.Deserialize<JsonElement>(data.Span)
            : null;

    // "Phát hành kết quả hồ sơ H18.61-261120-0001": the reason our own signatures give.
    [GeneratedRegex(@"kết quả hồ sơ ([A-Z][0-9.]+-[0-9]{6}-[0-9]{4,})")]
    private static partial Regex ResultOf();
}

/// <param name="Sentence">What to know first: that a result holds no longer, whatever its signatures are worth; else the verdict on them.</param>
/// <param name="Withdrawn">Set when the paper is whole but holds no longer.</param>
/// <param name="Data">What a result issued here says, as data (<c>ket-qua-tthc/1</c>); null for any other paper, and for one that was changed.</param>
public sealed record PdfFindings(Text Sentence, VerificationReport Report, WithdrawnResult? Withdrawn, JsonElement? Data = null);

public sealed record WithdrawnResult(DossierCode Code, DateTimeOffset At, DossierCode? ReplacedBy, Text Sentence);
