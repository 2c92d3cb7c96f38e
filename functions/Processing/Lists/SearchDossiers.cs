using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Identity;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;

namespace PublicAdmin.Processing.Lists;

/// <summary>
/// GET /api/search: an office's dossiers by code or name (with or without marks). A number of a person never stands in an address, which servers and
/// browsers write down: for those, POST.
/// </summary>
public sealed class SearchDossiers(DossierSearch search)
{
    [Function(nameof(SearchDossiers))]
    [AllowedTo(RoleSet.DossierStaff)]
    [Answers(200, typeof(PageOf<DossierSummary>)), Refuses(typeof(WorkRefusals)), Refuses(typeof(HttpRefusals), nameof(HttpRefusals.QueryInvalid))]
    [Reads("q", "A dossier code, ours or the National Portal's, or words of the applicant's name.", Required = true)]
    [Reads("office", "Code of the office; may be left out by somebody who works in one.")]
    [Reads("limit", "1 to 100, 20 unless said."), Reads("after", "The next of the page before.")]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/search")] HttpRequest request, CancellationToken ct)
    {
        var typed = request.Query["q"].ToString();
        if (DossierSearch.IsNumber(typed))
        {
            return WorkRefusals.NumberInAddress.At("q").ToProblem();
        }

        return (await search.AnswerAsync(request, typed, ct)).Try(out var page, out var refusal)
            ? TypedResults.Json(page, OfficeJson.Options) : refusal.ToProblem();
    }
}
