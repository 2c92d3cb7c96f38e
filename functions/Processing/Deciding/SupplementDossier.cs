using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Deadlines;
using PublicAdmin.Dossiers;
using PublicAdmin.Identity;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;
using PublicAdmin.Procedures;
using PublicAdmin.Submission;

namespace PublicAdmin.Processing.Deciding;

/// <summary>POST /api/dossiers/{code}/supplement: the citizen, or the clerk at the citizen's side, gives what was asked for; the clock runs again.</summary>
public sealed class SupplementDossier(ProcessingDesk desk, PaperReferences papers, ProcedureCatalogue procedures, DossierTerms terms)
{
    [Function(nameof(SupplementDossier)), AllowedTo(Role.Citizen, Role.Clerk, Role.System), Accepts(typeof(SupplementForm)), Guarded]
    [Answers(200, typeof(DossierView)), Refuses(typeof(DossierRefusals)), Refuses(typeof(SubmissionRefusals)), Refuses(typeof(ConsentRefusals))]
    [Refuses(typeof(FieldRefusals)), Refuses(typeof(HttpRefusals))]
    [Refuses(typeof(ProcedureRefusals), nameof(ProcedureRefusals.ComponentUnknown))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/dossiers/{code}/supplement")] HttpRequest request, string code, CancellationToken ct) =>
        desk.ActAsync<SupplementForm>(
            request, code, Act.Supplement, (form, dossier, stamp, token) => DecideAsync(form, dossier, request.Caller(), stamp, token), ct);

    private async ValueTask<Result<DossierEvent>> DecideAsync(SupplementForm form, Dossier dossier, Caller caller, Stamp stamp, CancellationToken ct)
    {
        if ((Fields.Length("note", form.Note, 1_000) ?? Empty(form) ?? FilingRules.PapersBroken(form.Papers ?? [])) is { } broken)
        {
            return broken;
        }

        var giver = new Giver(caller, dossier.Applicant.PersonalNumber, dossier.Proxy?.PersonalNumber, dossier.Authority);
        if (!ConsentRules.LookUp(form.LookUpConsent, giver, form.Consent, stamp.At).Try(out var agreed, out var refused))
        {
            return refused;
        }

        var procedure = procedures.AskedOf(dossier)!;
        var given = await papers.ResolveAsync(
            giver, ConsentRules.Of(giver, form.Consent, stamp.At), procedure.Lacking(dossier.NotHeld), form.Papers ?? [], dossier.PaperCount + 1, stamp.At, ct);
        if (!given.Try(out var resolved, out refused))
        {
            return refused;
        }

        return dossier.Supply(resolved, form.Note, dossier.Deadline is null ? null : terms.Resume(dossier, stamp.At), agreed, stamp);
    }

    private static Refusal? Empty(SupplementForm form) =>
        form.Papers is null or [] && string.IsNullOrWhiteSpace(form.Note) ? DossierRefusals.SupplementEmpty.At("papers") : null;
}

/// <summary>What the citizen gives: papers, or an answer, or both.</summary>
/// <param name="Note">At most 1,000 characters.</param>
/// <param name="LookUpConsent">The applicant agrees that the office looks up what databases hold; from a proxy whose authority is unproven, a wish.</param>
/// <param name="Consent">The evidence of the applicant's consent, when a clerk or the portal acts; nobody else sends it.</param>
public sealed record SupplementForm(IReadOnlyList<PaperForm>? Papers = null, string? Note = null, bool LookUpConsent = false, ConsentForm? Consent = null);
