using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Dossiers;
using PublicAdmin.Dossiers.Rows;
using PublicAdmin.Identity;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;

namespace PublicAdmin.Processing.Lists;

/// <summary>GET /api/dossiers/{code}/accesses: who of the staff opened this dossier, when and what for.</summary>
public sealed class ListAccesses(DossierReader reader, AccessLog accesses)
{
    [Function(nameof(ListAccesses)), AllowedTo(Role.Citizen, Role.Supervisor, Role.Auditor)]
    [Answers(200, typeof(IReadOnlyList<AccessEntry>)), Refuses(typeof(DossierRefusals), nameof(DossierRefusals.NotFound))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/dossiers/{code}/accesses")] HttpRequest request, string code,
        CancellationToken ct)
    {
        var opened = await reader.OpenAsync(code, request.Caller(), "accesses", ct);
        return opened.Try(out var stored, out var refusal)
            ? TypedResults.Json(await accesses.ListAsync(stored.Dossier.Code, ct), OfficeJson.Options)
            : refusal.ToProblem();
    }
}
