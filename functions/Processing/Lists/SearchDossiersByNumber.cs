using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Identity;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;

namespace PublicAdmin.Processing.Lists;

/// <summary>POST /api/search: an office's dossiers by phone or personal number, or as by GET; what is typed stands in the body.</summary>
public sealed class SearchDossiersByNumber(DossierSearch search)
{
    [Function(nameof(SearchDossiersByNumber)), Accepts(typeof(SearchForm), MaxBytes = 4 * 1024)]
    [AllowedTo(RoleSet.DossierStaff)]
    [Answers(200, typeof(PageOf<DossierSummary>)), Refuses(typeof(WorkRefusals)), Refuses(typeof(HttpRefusals), nameof(HttpRefusals.QueryInvalid))]
    [Reads("office", "Code of the office; may be left out by somebody who works in one.")]
    [Reads("limit", "1 to 100, 20 unless said."), Reads("after", "The next of the page before.")]
    public async Task<IResult> RunAsync([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/search")] HttpRequest request, CancellationToken ct)
    {
        if (!(await request.ReadAsync<SearchForm>(ct)).Try(out var form, out var refusal))
        {
            return refusal.ToProblem();
        }

        return (await search.AnswerAsync(request, form.Q, ct)).Try(out var page, out refusal)
            ? TypedResults.Json(page, OfficeJson.Options) : refusal.ToProblem();
    }
}

/// <param name="Q">A dossier code, a personal number, a phone in any of its ways to be written, or words of the applicant's name.</param>
public sealed record SearchForm(string Q);
