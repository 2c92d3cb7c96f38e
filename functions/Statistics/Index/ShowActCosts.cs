using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Dossiers;
using PublicAdmin.Dossiers.Rows;
using PublicAdmin.Identity;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;

namespace PublicAdmin.Statistics.Index;

/// <summary>
/// GET /api/dossiers/{code}/act-costs: what the acts open to the reader would cost the office in the index of Decision 766, before one of them is done.
/// </summary>
public sealed class ShowActCosts(DossierReader reader, ActCostDesk desk)
{
    [Function(nameof(ShowActCosts)), AllowedTo(Role.Clerk, Role.Officer, Role.Leader, Role.Registrar, Role.Cashier, Role.Supervisor)]
    [Answers(200, typeof(ActCostView)), Refuses(typeof(DossierRefusals), nameof(DossierRefusals.NotFound), nameof(DossierRefusals.Erased))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/dossiers/{code}/act-costs")] HttpRequest request, string code,
        CancellationToken ct) =>
        (await reader.FindAsync(code, request.Caller(), ct)).Try(out var stored, out var refusal) // Shows nothing of the person, so no visit is written down.
            ? TypedResults.Json(await desk.OfAsync(stored.Dossier, request.Caller(), ct), OfficeJson.Options)
            : refusal.ToProblem();
}
