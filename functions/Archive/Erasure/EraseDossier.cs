using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Dossiers;
using PublicAdmin.Dossiers.Rows;
using PublicAdmin.Identity;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;

namespace PublicAdmin.Archive.Erasure;

/// <summary>POST /api/dossiers/{code}/erasure: the head decides what another proposed; the personal data of the dossier is gone at once and for good.</summary>
public sealed class EraseDossier(ErasureDesk desk)
{
    [Function(nameof(EraseDossier)), AllowedTo(Role.Leader)]
    [Answers(200, typeof(ErasedDossier)), Refuses(typeof(ErasureRefusals)), Refuses(typeof(ArchiveRefusals), nameof(ArchiveRefusals.NotYourAgency))]
    [Refuses(typeof(DossierRefusals), nameof(DossierRefusals.NotFound))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/dossiers/{code}/erasure")] HttpRequest request, string code,
        CancellationToken ct) =>
        (await desk.DecideAsync(code, request.Caller(), ct)).Try(out var erased, out var refusal)
            ? TypedResults.Json(erased, OfficeJson.Options) : refusal.ToProblem();
}
