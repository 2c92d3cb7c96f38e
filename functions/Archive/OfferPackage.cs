using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Dossiers;
using PublicAdmin.Identity;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;

namespace PublicAdmin.Archive;

/// <summary>POST /api/dossiers/{code}/archive-offer: the package is with the archive, which looks through it.</summary>
public sealed class OfferPackage(ArchiveDesk desk)
{
    [Function(nameof(OfferPackage)), AllowedTo(Role.Registrar)]
    [Answers(200, typeof(ArchiveView)), Refuses(typeof(ArchiveRefusals)), Refuses(typeof(DossierRefusals), nameof(DossierRefusals.NotFound))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/dossiers/{code}/archive-offer")] HttpRequest request, string code,
        CancellationToken ct) =>
        (await desk.OfferAsync(code, request.Caller(), ct)).Try(out var view, out var refusal)
            ? TypedResults.Json(view, OfficeJson.Options) : refusal.ToProblem();
}
