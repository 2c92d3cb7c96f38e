using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Dossiers;
using PublicAdmin.Identity;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;

namespace PublicAdmin.Processing.Deciding;

/// <summary>POST /api/dossiers/{code}/stop: the leader ends the dossier without a result (form 05).</summary>
public sealed class StopDossier(ProcessingDesk desk)
{
    [Function(nameof(StopDossier)), AllowedTo(Role.Leader), Accepts(typeof(ReasonForm)), Guarded]
    [Answers(200, typeof(DossierView)), Refuses(typeof(DossierRefusals)), Refuses(typeof(FieldRefusals)), Refuses(typeof(HttpRefusals))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/dossiers/{code}/stop")] HttpRequest request, string code, CancellationToken ct) =>
        desk.ActAsync<ReasonForm>(
            request, code, Act.Stop, (form, dossier, stamp) => form.FirstBroken() ?? dossier.Stop(form.Reason, form.Ground, stamp), ct);
}
