using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Dossiers;
using PublicAdmin.Identity;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;
using PublicAdmin.Procedures;
using PublicAdmin.Submission;

namespace PublicAdmin.Processing.Deciding;

/// <summary>POST /api/dossiers/{code}/fee: the desk says what filing could not know — copies, pages, a conditional fee — and the fee is counted anew.</summary>
public sealed class AssessFee(ProcessingDesk desk, ProcedureCatalogue procedures)
{
    [Function(nameof(AssessFee)), AllowedTo(Role.Clerk, Role.Cashier), Accepts(typeof(FeeFactsForm)), Guarded]
    [Answers(200, typeof(DossierView)), Refuses(typeof(DossierRefusals)), Refuses(typeof(SubmissionRefusals), nameof(SubmissionRefusals.FeeCaseUnknown))]
    [Refuses(typeof(FieldRefusals)), Refuses(typeof(HttpRefusals))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/dossiers/{code}/fee")] HttpRequest request, string code, CancellationToken ct) =>
        desk.ActAsync<FeeFactsForm>(request, code, Act.AssessFee, Decide, ct);

    private Result<DossierEvent> Decide(FeeFactsForm form, Dossier dossier, Stamp stamp)
    {
        var procedure = procedures.Find(dossier.Procedure.Code, dossier.Procedure.Version)!;
        var day = DateOnly.FromDateTime(dossier.SubmittedAt.Here().DateTime);
        return FilingFees.FirstBroken("fee", form, procedure) is { } broken
            ? broken
            : dossier.AssessFee(FilingFees.ItemsOf(form, procedure, dossier.Channel, day), stamp);
    }
}
