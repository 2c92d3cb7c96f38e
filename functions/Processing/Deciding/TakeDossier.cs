using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Dossiers;
using PublicAdmin.Identity;
using PublicAdmin.Platform.Http;

namespace PublicAdmin.Processing.Deciding;

/// <summary>POST /api/dossiers/{code}/taking: an officer takes the dossier on (nhận xử lý), which also closes a hand-over.</summary>
public sealed class TakeDossier(ProcessingDesk desk)
{
    [Function(nameof(TakeDossier)), AllowedTo(Role.Officer), Guarded]
    [Answers(200, typeof(DossierView)), Refuses(typeof(DossierRefusals)), Refuses(typeof(HttpRefusals))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/dossiers/{code}/taking")] HttpRequest request, string code, CancellationToken ct) =>
        desk.ActAsync(request, code, Act.Take, (dossier, stamp) => dossier.Take(stamp), ct);
}
