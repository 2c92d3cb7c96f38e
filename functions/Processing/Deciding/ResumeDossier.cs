using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Deadlines;
using PublicAdmin.Dossiers;
using PublicAdmin.Forms;
using PublicAdmin.Identity;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;

namespace PublicAdmin.Processing.Deciding;

/// <summary>POST /api/dossiers/{code}/resumption: the financial duty is met; the clock runs again.</summary>
public sealed class ResumeDossier(ProcessingDesk desk, DossierTerms terms)
{
    [Function(nameof(ResumeDossier)), AllowedTo(Role.Officer, Role.Leader, Role.Cashier), Accepts(typeof(ResumptionForm)), Guarded]
    [Answers(200, typeof(DossierView)), Refuses(typeof(DossierRefusals)), Refuses(typeof(FeeRefusals), nameof(FeeRefusals.DutyUnproven))]
    [Refuses(typeof(FieldRefusals)), Refuses(typeof(HttpRefusals))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/dossiers/{code}/resumption")] HttpRequest request, string code, CancellationToken ct) =>
        desk.ActAsync<ResumptionForm>(request, code, Act.Resume, Decide, ct);

    private Result<DossierEvent> Decide(ResumptionForm form, Dossier dossier, Stamp stamp) =>
        (PrintableText.Length("reason", form.Reason, 1_000) ?? PrintableText.OptionalLine("proof", form.Proof, 300)) is { } broken
            ? broken
            : dossier.Resume(form.Reason, string.IsNullOrWhiteSpace(form.Proof) ? null : form.Proof, terms.Resume(dossier, stamp.At), stamp);
}

/// <param name="Proof">What proves that the duty was paid to another authority: kind, number and day of the paper. Not needed when it was paid here.</param>
public sealed record ResumptionForm(string? Reason = null, string? Proof = null);
