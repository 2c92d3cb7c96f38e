using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Dossiers;
using PublicAdmin.Identity;
using PublicAdmin.Platform;

namespace PublicAdmin.Processing;

/// <summary>POST /api/dossiers/{code}/assignment: the leader puts an officer in charge (phân công).</summary>
public sealed class AssignDossier(ProcessingDesk desk)
{
    [Function(nameof(AssignDossier)), AllowedTo(Role.Leader), Accepts(typeof(AssignmentForm)), Guarded]
    [Answers(200, typeof(DossierView)), Refuses(typeof(DossierRefusals)), Refuses(typeof(FieldRefusals)), Refuses(typeof(HttpRefusals))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/dossiers/{code}/assignment")] HttpRequest request, string code, CancellationToken ct) =>
        desk.ActAsync<AssignmentForm>(
            request, code, Act.Assign, (form, dossier, stamp) => Fields.Text("handler", form.Handler, 100) ?? dossier.Assign(form.Handler, stamp), ct);
}

/// <param name="Handler">Directory id of the officer.</param>
public sealed record AssignmentForm(string Handler);
