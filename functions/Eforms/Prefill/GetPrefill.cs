using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Dossiers;
using PublicAdmin.Dossiers.Rows;
using PublicAdmin.Identity;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;
using PublicAdmin.Procedures;

namespace PublicAdmin.Eforms.Prefill;

/// <summary>GET /api/procedures/{code}/prefill: what a citizen need not type again, each value with where it comes from.</summary>
public sealed class GetPrefill(PrefillDesk desk, DossierReader reader)
{
    [Function(nameof(GetPrefill)), AllowedTo(Role.Citizen), Answers(200, typeof(PrefilledForm))]
    [Refuses(typeof(DossierRefusals), nameof(DossierRefusals.NotFound), nameof(DossierRefusals.AuthorityUnproven))]
    [Refuses(typeof(EformRefusals), nameof(EformRefusals.NoForm)), Refuses(typeof(ProcedureRefusals), nameof(ProcedureRefusals.Unknown))]
    [Reads("from", "Code of an earlier dossier of the citizen's own, whose answers are proposed again.")]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/procedures/{code}/prefill")] HttpRequest request, string code,
        CancellationToken ct)
    {
        if (!desk.FormOf(code).Try(out var asked, out var refusal))
        {
            return refusal.ToProblem();
        }

        if (request.Query["from"] is not [{ Length: > 0 } from])
        {
            return TypedResults.Json(await desk.OwnAsync(asked.Form, request.Caller(), null, ct), OfficeJson.Options);
        }

        var opened = await reader.OpenAsync(from, request.Caller(), "prefill", ct);
        return opened.Try(out var stored, out refusal)
            ? TypedResults.Json(await desk.OwnAsync(asked.Form, request.Caller(), stored.Dossier, ct), OfficeJson.Options)
            : refusal.ToProblem();
    }
}
