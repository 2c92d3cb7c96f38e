using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Documents.Wallet;
using PublicAdmin.Dossiers;
using PublicAdmin.Dossiers.Rows;
using PublicAdmin.Identity;
using PublicAdmin.Platform.Http;

namespace PublicAdmin.Documents.Reading;

/// <summary>
/// GET /api/dossiers/{code}/documents/{id}: the file of a paper, whole or in part; of a large one the address where it is fetched within five minutes.
/// </summary>
public sealed class GetDocument(DossierReader reader, DossierPapers papers, Downloads downloads)
{
    [Function(nameof(GetDocument))]
    [AllowedTo(RoleSet.PaperReaders)]
    [Answers(200, typeof(byte[]), ContentType = "application/octet-stream"), Answers(206, typeof(byte[]), ContentType = "application/octet-stream")]
    [Answers(304), Answers(307), Refuses(typeof(DossierRefusals), nameof(DossierRefusals.NotFound), nameof(DossierRefusals.AuthorityUnproven))]
    [Refuses(typeof(PaperRefusals), nameof(PaperRefusals.NotFound), nameof(PaperRefusals.NoBytes), nameof(PaperRefusals.NotChecked),
        nameof(PaperRefusals.Blocked))]
    [Reads("Range", "bytes=from-to: one range, to go on after a broken line.", Header = true)]
    [Refuses(typeof(HttpRefusals), nameof(HttpRefusals.RangeBeyondEnd))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/dossiers/{code}/documents/{id}")] HttpRequest request, string code, string id,
        CancellationToken ct)
    {
        var caller = request.Caller();
        var opened = await reader.OpenAsync(code, caller, "documents", ct);
        if (!opened.Try(out var stored, out var refusal))
        {
            return refusal.ToProblem();
        }

        var found = await papers.OpenAsync(stored.Dossier, id, caller, ct);
        return found.Try(out var paper, out var missing) ? await downloads.AnswerAsync(paper.File, ct) : missing.ToProblem();
    }
}
