using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Deadlines;
using PublicAdmin.Dossiers;
using PublicAdmin.Identity;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;

namespace PublicAdmin.Processing.Deciding;

/// <summary>POST /api/dossiers/{code}/resumption: the financial duty is met; the clock runs again.</summary>
public sealed class ResumeDossier(ProcessingDesk desk, DossierTerms terms)
{
    [Function(nameof(ResumeDossier)), AllowedTo(Role.Officer, Role.Leader, Role.Cashier), Accepts(typeof(ResumptionForm)), Guarded]
    [Answers(200, typeof(DossierView)), Refuses(typeof(DossierRefusals)), Refuses(typeof(FieldRefusals)), Refuses(typeof(HttpRefusals))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/dossiers/{code}/resumption")] HttpRequest request, string code, CancellationToken ct) =>
        desk.ActAsync<ResumptionForm>(request, code, Act.Resume, Decide, ct);

    private Result<DossierEvent> Decide(ResumptionForm form, Dossier dossier, Stamp stamp) =>
        Fields.Length("reason", form.Reason, 1_000) ?? dossier.Resume(form.Reason, terms.Resume(dossier, stamp.At), stamp);
}

public sealed record ResumptionForm(string? Reason = null);
