using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Dossiers;
using PublicAdmin.Identity;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;
using PublicAdmin.Submission;

namespace PublicAdmin.Processing.Deciding;

/// <summary>
/// POST /api/dossiers/{code}/authority: the applicant says in the own account whether the proxy may act (xác nhận ủy quyền), or a clerk records the
/// authority that was checked. A look-up the proxy wished for begins then; after a denial the dossier is closed to the proxy.
/// </summary>
public sealed class AnswerForProxy(ProcessingDesk desk)
{
    [Function(nameof(AnswerForProxy)), AllowedTo(Role.Citizen, Role.Clerk), Accepts(typeof(AuthorityForm)), Guarded]
    [Answers(200, typeof(DossierView)), Refuses(typeof(DossierRefusals)), Refuses(typeof(ConsentRefusals)), Refuses(typeof(FieldRefusals))]
    [Refuses(typeof(HttpRefusals))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/dossiers/{code}/authority")] HttpRequest request, string code, CancellationToken ct) =>
        desk.ActAsync<AuthorityForm>(request, code, Act.AnswerAuthority, (form, dossier, stamp) => Decide(form, dossier, request.Caller(), stamp), ct);

    private static Result<DossierEvent> Decide(AuthorityForm form, Dossier dossier, Caller caller, Stamp stamp)
    {
        var giver = new Giver(caller, dossier.Applicant.PersonalNumber, dossier.Proxy?.PersonalNumber);
        if (ConsentRules.FirstBroken(giver, form.Evidence) is { } broken)
        {
            return broken;
        }

        if (!form.Confirmed)
        {
            return dossier.AnswerAuthority(null, stamp);
        }

        return ConsentRules.Of(giver, form.Evidence, stamp.At) is { } proof
            ? dossier.AnswerAuthority(proof, stamp) : ConsentRefusals.AuthorityEvidenceMissing.At("evidence");
    }
}

/// <summary>An answer for a proxy.</summary>
/// <param name="Confirmed">False: the proxy has no authority.</param>
/// <param name="Evidence">From a clerk: what was checked. The applicant's own account needs none.</param>
public sealed record AuthorityForm(bool Confirmed = true, ConsentForm? Evidence = null);
