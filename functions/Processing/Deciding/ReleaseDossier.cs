using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Dossiers;
using PublicAdmin.Identity;
using PublicAdmin.Platform.Http;

namespace PublicAdmin.Processing.Deciding;

/// <summary>
/// POST /api/dossiers/{code}/release: the officer in charge, or the leader who assigned it, puts the dossier back into the agency's queue (trả về hàng chờ),
/// such as one taken or given by mistake; its clock runs on.
/// </summary>
public sealed class ReleaseDossier(ProcessingDesk desk)
{
    [Function(nameof(ReleaseDossier)), AllowedTo(Role.Officer, Role.Leader), Guarded]
    [Answers(200, typeof(DossierView)), Refuses(typeof(DossierRefusals)), Refuses(typeof(HttpRefusals))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/dossiers/{code}/release")] HttpRequest request, string code, CancellationToken ct) =>
        desk.ActAsync(request, code, Act.Release, (dossier, stamp) => dossier.Release(stamp), ct);
}
