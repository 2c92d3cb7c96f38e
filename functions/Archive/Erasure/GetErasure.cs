using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Dossiers.Rows;
using PublicAdmin.Identity;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;

namespace PublicAdmin.Archive.Erasure;

/// <summary>GET /api/dossiers/{code}/erasure: what is left of an erased dossier: code, offices, times, who decided and on what ground.</summary>
public sealed class GetErasure(ErasureDesk desk)
{
    [Function(nameof(GetErasure)), AllowedTo(Role.Registrar, Role.Leader, Role.Supervisor, Role.Auditor)]
    [Answers(200, typeof(ErasedDossier)), Refuses(typeof(ErasureRefusals), nameof(ErasureRefusals.NotErased))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/dossiers/{code}/erasure")] HttpRequest request, string code,
        CancellationToken ct) =>
        (await desk.FindAsync(code, request.Caller(), ct)).Try(out var erased, out var refusal)
            ? TypedResults.Json(erased, OfficeJson.Options) : refusal.ToProblem();
}
