using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Dossiers;
using PublicAdmin.Identity;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;
using PublicAdmin.Results;
using PublicAdmin.Signing;

namespace PublicAdmin.Archive;

/// <summary>POST /api/dossiers/{code}/archive-package: makes the package of an ended dossier; made already, it is answered as it is.</summary>
public sealed class PreparePackage(ArchiveDesk desk)
{
    [Function(nameof(PreparePackage)), AllowedTo(Role.Registrar)]
    [Answers(200, typeof(ArchiveView)), Refuses(typeof(ArchiveRefusals)), Refuses(typeof(DossierRefusals), nameof(DossierRefusals.NotFound))]
    [Refuses(typeof(SigningRefusals)), Refuses(typeof(ResultRefusals), nameof(ResultRefusals.VaultBusy), nameof(ResultRefusals.FormBeingSigned))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/dossiers/{code}/archive-package")] HttpRequest request, string code,
        CancellationToken ct) =>
        (await desk.PrepareAsync(code, request.Caller(), ct)).Try(out var view, out var refusal)
            ? TypedResults.Json(view, OfficeJson.Options) : refusal.ToProblem();
}
