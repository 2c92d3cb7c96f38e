using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Dossiers;
using PublicAdmin.Identity;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;

namespace PublicAdmin.Processing.Deciding;

/// <summary>POST /api/dossiers/{code}/refusal: the one-stop clerk refuses at intake, with reason and ground (form 03).</summary>
public sealed class RefuseDossier(ProcessingDesk desk)
{
    [Function(nameof(RefuseDossier)), AllowedTo(Role.Clerk), Accepts(typeof(ReasonForm)), Guarded]
    [Answers(200, typeof(DossierView)), Refuses(typeof(DossierRefusals)), Refuses(typeof(FieldRefusals)), Refuses(typeof(HttpRefusals))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/dossiers/{code}/refusal")] HttpRequest request, string code, CancellationToken ct) =>
        desk.ActAsync<ReasonForm>(
            request, code, Act.Refuse, (form, dossier, stamp) => form.FirstBroken() ?? dossier.Refuse(form.Reason, form.Ground, stamp), ct);
}
