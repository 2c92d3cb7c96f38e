using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Deadlines;
using PublicAdmin.Dossiers;
using PublicAdmin.Forms;
using PublicAdmin.Identity;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;

namespace PublicAdmin.Processing.Deciding;

/// <summary>
/// POST /api/dossiers/{code}/verification: the handler records that something must be verified; the procedure's longer term counts, from the same receipt.
/// </summary>
public sealed class RecordVerification(ProcessingDesk desk, DossierTerms terms)
{
    [Function(nameof(RecordVerification)), AllowedTo(Role.Officer), Accepts(typeof(VerificationForm)), Guarded]
    [Answers(200, typeof(DossierView)), Refuses(typeof(DossierRefusals)), Refuses(typeof(DeadlineRefusals)), Refuses(typeof(FieldRefusals))]
    [Refuses(typeof(HttpRefusals))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/dossiers/{code}/verification")] HttpRequest request, string code,
        CancellationToken ct) =>
        desk.ActAsync<VerificationForm>(request, code, Act.Verify, Decide, ct);

    private Result<DossierEvent> Decide(VerificationForm form, Dossier dossier, Stamp stamp) => PrintableText.Text("reason", form.Reason, 1_000) is { } broken
        ? broken
        : terms.Verified(dossier, stamp.At).Then(deadline => dossier.Verify(deadline, form.Reason, stamp));
}

/// <param name="Reason">What is verified, and with whom; the citizen reads it.</param>
public sealed record VerificationForm(string Reason);
