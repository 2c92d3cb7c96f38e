using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Dossiers;
using PublicAdmin.Identity;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;
using PublicAdmin.Signing.Verification;

namespace PublicAdmin.Results;

/// <summary>POST /api/verification: checks the signatures of any PDF, and whether a result of ours was revoked or replaced. Nothing is kept.</summary>
public sealed class CheckPdf(PresentedPapers papers)
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
        var paper = await papers.ReadAsync(pdf, ct);
        return paper.Dossier is { Revocation: { } revoked } dossier
            ? new(revoked.Sentence, paper.Report, new WithdrawnResult(dossier.Code, revoked.At.Here(), revoked.ReplacedBy, revoked.Sentence))
            : new(new Text(paper.Report.Vi, paper.Report.En), paper.Report, null, paper.Data);
    }
}

/// <param name="Sentence">What to know first: that a result holds no longer, whatever its signatures are worth; else the verdict on them.</param>
/// <param name="Withdrawn">Set when the paper is whole but holds no longer.</param>
/// <param name="Data">What a result issued here says, as data (<c>ket-qua-tthc/1</c>); null for any other paper, and for one that was changed.</param>
public sealed record PdfFindings(Text Sentence, VerificationReport Report, WithdrawnResult? Withdrawn, JsonElement? Data = null);

public sealed record WithdrawnResult(DossierCode Code, DateTimeOffset At, DossierCode? ReplacedBy, Text Sentence);
