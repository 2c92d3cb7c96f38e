using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Dossiers;
using PublicAdmin.Identity;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;

namespace PublicAdmin.Processing.Deciding;

/// <summary>POST /api/dossiers/{code}/revision: the leader sends the proposal back to the officer (trả lại).</summary>
public sealed class SendBackProposal(ProcessingDesk desk)
{
    [Function(nameof(SendBackProposal)), AllowedTo(Role.Leader), Accepts(typeof(RevisionForm)), Guarded]
    [Answers(200, typeof(DossierView)), Refuses(typeof(DossierRefusals)), Refuses(typeof(FieldRefusals)), Refuses(typeof(HttpRefusals))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/dossiers/{code}/revision")] HttpRequest request, string code, CancellationToken ct) =>
        desk.ActAsync<RevisionForm>(
            request, code, Act.SendBack, (form, dossier, stamp) => Fields.Text("reason", form.Reason, 1_000) ?? dossier.SendBack(form.Reason, stamp), ct);
}

public sealed record RevisionForm(string Reason);
