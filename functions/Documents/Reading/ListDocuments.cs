using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Dossiers;
using PublicAdmin.Dossiers.Rows;
using PublicAdmin.Identity;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;

namespace PublicAdmin.Documents.Reading;

/// <summary>GET /api/dossiers/{code}/documents: the papers of a dossier, where each came from and what its check told.</summary>
public sealed class ListDocuments(DossierReader reader, DossierPapers papers)
{
    [Function(nameof(ListDocuments))]
    [AllowedTo(RoleSet.PaperReaders)]
    [Answers(200, typeof(IReadOnlyList<DocumentView>)), Refuses(typeof(DossierRefusals), nameof(DossierRefusals.NotFound))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/dossiers/{code}/documents")] HttpRequest request, string code,
        CancellationToken ct)
    {
        var opened = await reader.OpenAsync(code, request.Caller(), "documents", ct);
        return opened.Try(out var stored, out var refusal)
            ? TypedResults.Json(await papers.ListAsync(stored.Dossier, request.Caller(), ct), OfficeJson.Options)
            : refusal.ToProblem();
    }
}
