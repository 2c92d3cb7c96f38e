using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Dossiers;
using PublicAdmin.Dossiers.Rows;
using PublicAdmin.Identity;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;

namespace PublicAdmin.Processing.Lists;

/// <summary>GET /api/dossiers/{code}/history: everything that happened, with time, capacity and office.</summary>
public sealed class ListDossierHistory(DossierReader reader, DossierStore dossiers)
{
    [Function(nameof(ListDossierHistory))]
    [AllowedTo(Role.Citizen, Role.Clerk, Role.Officer, Role.Leader, Role.Registrar, Role.Cashier, Role.Supervisor, Role.Auditor)]
    [Answers(200, typeof(IReadOnlyList<HistoryLine>)), Refuses(typeof(DossierRefusals), nameof(DossierRefusals.NotFound))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/dossiers/{code}/history")] HttpRequest request, string code,
        CancellationToken ct)
    {
        var opened = await reader.OpenAsync(code, request.Caller(), "history", ct);
        if (!opened.Try(out var stored, out var refusal))
        {
            return refusal.ToProblem();
        }

        var events = await dossiers.EventsAsync(stored.Dossier.Code, after: 0, ct);
        return TypedResults.Json(events.Select(HistoryLine.Of), OfficeJson.Options);
    }
}
