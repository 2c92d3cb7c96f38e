using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Dossiers;
using PublicAdmin.Dossiers.Rows;
using PublicAdmin.Identity;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;

namespace PublicAdmin.Audit;

/// <summary>
/// GET /api/dossiers/{code}/verdict: whether a dossier's history is as the seals that hold it say, and if not, what differs; of a dossier that is gone
/// too.
/// </summary>
public sealed class CheckDossier(AuditDesk desk, DossierReader reader)
{
    [Function(nameof(CheckDossier)), AllowedTo(Role.Auditor, Role.Supervisor)]
    [Answers(200, typeof(SealVerdict)), Refuses(typeof(DossierRefusals), nameof(DossierRefusals.NotFound))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/dossiers/{code}/verdict")] HttpRequest request, string code,
        CancellationToken ct)
    {
        // What is gone or cannot be read has no office any more: it is for whoever may see all of them.
        var everywhere = AuditScope.RefuseDossiers(request.Caller()) is null;
        if (!everywhere && (await reader.OpenAsync(code, request.Caller(), "verdict", ct)).Refusal is { } refusal)
        {
            return refusal.ToProblem();
        }

        return DossierCode.TryParse(code, out var known) && await desk.CheckAsync(known, ct) is { } verdict
            ? TypedResults.Json(verdict, OfficeJson.Options)
            : DossierRefusals.NotFound.With(code).ToProblem();
    }
}
