using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Identity;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;

namespace PublicAdmin.Portal.Reconciling;

/// <summary>GET /api/portal/reconciliations/{day}/differences: every dossier of a day that does not stand at both sides alike, with what each says.</summary>
public sealed class ListPortalDifferences(PortalReconciler reconciler)
{
    [Function(nameof(ListPortalDifferences)), AllowedTo(Role.Administrator, Role.Supervisor, Role.Auditor)]
    [Answers(200, typeof(PageOf<PortalDifference>)), Refuses(typeof(PortalRefusals), nameof(PortalRefusals.WholeProvince))]
    [Refuses(typeof(HttpRefusals), nameof(HttpRefusals.QueryInvalid))]
    [Reads("limit", "1 to 100, 20 unless said."), Reads("after", "The next of the page before.")]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/portal/reconciliations/{day}/differences")] HttpRequest request, string day,
        CancellationToken ct)
    {
        if (!request.Caller().ScopeOf(Role.Administrator, Role.Supervisor, Role.Auditor).Everywhere)
        {
            return PortalRefusals.WholeProvince.With().ToProblem();
        }

        return PortalDay.Of(day).Try(out var of, out var refusal) && PageAsked.Of(request).Try(out var asked, out refusal)
            ? TypedResults.Json(await reconciler.DifferencesAsync(of, asked, ct), OfficeJson.Options) : refusal.ToProblem();
    }
}
