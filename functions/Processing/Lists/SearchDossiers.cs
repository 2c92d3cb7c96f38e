using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Dossiers;
using PublicAdmin.Identity;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;

namespace PublicAdmin.Processing.Lists;

/// <summary>GET /api/search: an office's dossiers by code, name (with or without marks), phone or personal number.</summary>
public sealed class SearchDossiers(DossierSearch search)
{
    private static readonly Role[] Readers = [Role.Clerk, Role.Officer, Role.Leader, Role.Registrar, Role.Cashier, Role.Supervisor, Role.Auditor];

    [Function(nameof(SearchDossiers))]
    [AllowedTo(Role.Clerk, Role.Officer, Role.Leader, Role.Registrar, Role.Cashier, Role.Supervisor, Role.Auditor)]
    [Answers(200, typeof(PageOf<DossierSummary>)), Refuses(typeof(WorkRefusals)), Refuses(typeof(HttpRefusals), nameof(HttpRefusals.QueryInvalid))]
    [Reads("q", "A dossier code, a personal number, a phone, or words of the applicant's name.", Required = true)]
    [Reads("office", "Code of the office; may be left out by somebody who works in one.")]
    [Reads("limit", "1 to 100, 20 unless said."), Reads("after", "The next of the page before.")]
    public async Task<IResult> RunAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/search")] HttpRequest request, CancellationToken ct)
    {
        if (DossierCode.TryParse(request.Query["q"].ToString().Trim(), out var code))
        {
            return TypedResults.Json(await search.ByCodeAsync(code, request.Caller(), ct), OfficeJson.Options);
        }

        if (!OfficeScope.Of(request, Readers).Try(out var office, out var outOfScope))
        {
            return outOfScope.ToProblem();
        }

        if (!PageAsked.Of(request).Try(out var asked, out var invalid))
        {
            return invalid.ToProblem();
        }

        return search.QueryOf(request.Query["q"].ToString()) is { } query
            ? TypedResults.Json(await search.FindAsync(office, query, asked, request.Caller(), ct), OfficeJson.Options)
            : WorkRefusals.QueryTooShort.At("q").ToProblem();
    }
}
