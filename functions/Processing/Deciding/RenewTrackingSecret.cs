using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Dossiers;
using PublicAdmin.Identity;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;

namespace PublicAdmin.Processing.Deciding;

/// <summary>
/// POST /api/dossiers/{code}/tracking-secret: the one-stop clerk has identified the applicant, or the person authorised, and issues the tracking secret
/// anew; the old one ends. It stands on the receipt (form 01) printed from now on.
/// </summary>
public sealed class RenewTrackingSecret(ProcessingDesk desk)
{
    [Function(nameof(RenewTrackingSecret)), AllowedTo(Role.Clerk), Accepts(typeof(IdentityCheck)), Guarded]
    [Answers(200, typeof(DossierView)), Refuses(typeof(DossierRefusals)), Refuses(typeof(FieldRefusals)), Refuses(typeof(HttpRefusals))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/dossiers/{code}/tracking-secret")] HttpRequest request, string code,
        CancellationToken ct) =>
        desk.ActAsync<IdentityCheck>(
            request,
            code,
            Act.RenewSecret,
            (form, dossier, stamp) => Fields.Line("personalNumber", form.PersonalNumber, 20) ?? dossier.RenewSecret(form.PersonalNumber, form.Proof, stamp),
            ct);
}

/// <summary>Whom the clerk identified, and by what: kept as evidence, the number itself is not.</summary>
/// <param name="PersonalNumber">As it stands on what the person showed.</param>
public sealed record IdentityCheck(string PersonalNumber, IdentityProof Proof);
