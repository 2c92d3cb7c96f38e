using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Dossiers;
using PublicAdmin.Identity;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;
using PublicAdmin.Signing;
using PublicAdmin.Signing.Verification;

namespace PublicAdmin.Results;

/// <summary>POST /api/verification: checks the signatures of any PDF, and whether a result of ours was revoked or replaced. Nothing is kept.</summary>
public sealed partial class CheckPdf(LongTermProofs proofs, Revocations revocations)
{
    private const int MaxBytes = 20 * 1024 * 1024;

    [Function(nameof(CheckPdf)), AllowedTo(Role.Anyone), Accepts(typeof(byte[]), ContentType = "application/pdf", MaxBytes = MaxBytes)]
    [Answers(200, typeof(PdfFindings)), Refuses(typeof(HttpRefusals), nameof(HttpRefusals.BodyTooLarge), nameof(HttpRefusals.BodyCutShort))]
    public async Task<IResult> RunAsync([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/verification")] HttpRequest request, CancellationToken ct)
    {
        var body = await request.ReadBytesAsync(MaxBytes, ct);
        return body.Try(out var pdf, out var refusal) ? TypedResults.Json(await FindAsync(pdf, ct), OfficeJson.Options) : refusal.ToProblem();
    }

    private async Task<PdfFindings> FindAsync(byte[] pdf, CancellationToken ct)
    {
        var report = await proofs.VerifyAsync(pdf, ct);
        var code = report.Signatures.Select(signature => DossierIn().Match(signature.Reason ?? "")).FirstOrDefault(match => match.Success)?.Groups[1].Value;
        var revocation = DossierCode.TryParse(code, out var parsed) ? await revocations.FindAsync(parsed, ct) : null;
        return new PdfFindings(report, revocation is null ? null : new WithdrawnResult(revocation.Code, revocation.At, revocation.ReplacedBy, Sentence(revocation)));
    }

    private static Text Sentence(Revocation revocation) => revocation.ReplacedBy is { } other
        ? new($"Kết quả này đã được thay thế bằng kết quả của hồ sơ {other}.", $"This result was replaced by that of dossier {other}.")
        : new($"Kết quả này đã bị thu hồi ngày {revocation.At:dd/MM/yyyy}.", $"This result was revoked on {revocation.At:yyyy-MM-dd}.");

    // "Phát hành kết quả hồ sơ H18.61-261120-0001": the reason our own signatures give.
    [GeneratedRegex(@"hồ sơ ([A-Z][0-9.]+-[0-9]{6}-[0-9]{4,})")]
    private static partial Regex DossierIn();
}

/// <param name="Withdrawn">Set when the paper is whole but holds no longer.</param>
public sealed record PdfFindings(VerificationReport Report, WithdrawnResult? Withdrawn);

public sealed record WithdrawnResult(DossierCode Code, DateTimeOffset At, DossierCode? ReplacedBy, Text Sentence);
