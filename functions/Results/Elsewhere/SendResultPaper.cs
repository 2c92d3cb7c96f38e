using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Dossiers;
using PublicAdmin.Dossiers.Rows;
using PublicAdmin.Identity;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;
using PublicAdmin.Scans;

namespace PublicAdmin.Results.Elsewhere;

/// <summary>
/// PUT /api/dossiers/{code}/result-paper: the officer in charge sends a result that was made elsewhere — a scan (PDF, JPEG, PNG, TIFF) or a PDF others
/// signed — and learns what its signatures are worth. Sent again it is the same paper. It becomes a result only when it is proposed and approved.
/// </summary>
public sealed class SendResultPaper(DossierReader reader, SentResults papers)
{
    private const int MaxBytes = 20 * 1024 * 1024;

    [Function(nameof(SendResultPaper)), AllowedTo(Role.Officer), Accepts(typeof(byte[]), ContentType = "application/octet-stream", MaxBytes = MaxBytes)]
    [Answers(200, typeof(SentPaperView)), Refuses(typeof(DossierRefusals), nameof(DossierRefusals.NotFound)), Refuses(typeof(FileRefusals))]
    [Refuses(typeof(ScanRefusals))]
    [Refuses(typeof(ResultRefusals), nameof(ResultRefusals.SentUnusable), nameof(ResultRefusals.SentElsewhere)), Refuses(typeof(HttpRefusals))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/dossiers/{code}/result-paper")] HttpRequest request, string code, CancellationToken ct)
    {
        var body = await request.ReadBytesAsync(MaxBytes, ct);
        var kept = body.Try(out var file, out var refusal) ? await KeepAsync(request.Caller(), code, file, ct) : refusal;
        return kept.Try(out var paper, out refusal)
            ? TypedResults.Json(new SentPaperView(paper.Sha256, paper.Evidence, paper.SignedBy, new Text(paper.Report.Vi, paper.Report.En)), OfficeJson.Options)
            : refusal.ToProblem();
    }

    private async Task<Result<SentPaper>> KeepAsync(Caller caller, string code, byte[] file, CancellationToken ct)
    {
        if (!(await reader.OpenAsync(code, caller, "result-paper", ct)).Try(out var stored, out var refusal))
        {
            return refusal;
        }

        return stored.Dossier is { Phase: Phase.Assigned } dossier && dossier.Handler == caller.Id && caller.DutyFor(Act.Propose, dossier) is not null
            ? await papers.KeepAsync(dossier, file, ct)
            : ResultRefusals.SentElsewhere.With(code);
    }
}

/// <param name="Sha256">Names it in the proposal, as elsewhere.sha256.</param>
/// <param name="Evidence">scan, unproven or proven.</param>
/// <param name="SignedBy">The names in the certificates; null for a scan.</param>
/// <param name="Sentence">What was found, in words.</param>
public sealed record SentPaperView(string Sha256, ResultEvidence Evidence, string? SignedBy, Text Sentence);
