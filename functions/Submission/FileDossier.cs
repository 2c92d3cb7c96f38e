using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Documents.Wallet;
using PublicAdmin.Dossiers;
using PublicAdmin.Eforms;
using PublicAdmin.Identity;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;
using PublicAdmin.Procedures;

namespace PublicAdmin.Submission;

/// <summary>POST /api/dossiers: a citizen, the National Portal or a one-stop clerk hands in a dossier and leaves with its code.</summary>
public sealed class FileDossier(FilingDesk desk, TimeProvider clock)
{
    [Function(nameof(FileDossier)), AllowedTo(Role.Citizen, Role.Clerk, Role.System), Accepts(typeof(FilingForm))]
    [Answers(201, typeof(FilingReceipt)), Refuses(typeof(SubmissionRefusals)), Refuses(typeof(ConsentRefusals)), Refuses(typeof(FieldRefusals))]
    [Refuses(typeof(HttpRefusals))]
    [Refuses(typeof(ProcedureRefusals), nameof(ProcedureRefusals.ComponentUnknown)), Refuses(typeof(DossierRefusals), nameof(DossierRefusals.Erased))]
    [Refuses(typeof(FeeRefusals), nameof(FeeRefusals.MoreThanOwed), nameof(FeeRefusals.ReceiptTaken))]
    [Refuses(typeof(PaperRefusals), nameof(PaperRefusals.Unknown), nameof(PaperRefusals.Unusable), nameof(PaperRefusals.TooOld),
        nameof(PaperRefusals.Expired), nameof(PaperRefusals.Withdrawn), nameof(PaperRefusals.ConsentMissing), nameof(PaperRefusals.NotNeeded),
        nameof(PaperRefusals.OnlyShown), nameof(PaperRefusals.NotAPicture))]
    [Refuses(typeof(EformRefusals), nameof(EformRefusals.CaseUnknown), nameof(EformRefusals.ResultUnproven))]
    [Refuses(typeof(KnownRefusals), nameof(KnownRefusals.ResultUnusable))]
    [Reads("Idempotency-Key", "8 to 64 characters chosen by the client: sent again, they find the same dossier.", Header = true, Required = true)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/dossiers")] HttpRequest request, CancellationToken ct)
    {
        if (!request.IdempotencyKey().Try(out var key, out var keyless))
        {
            return keyless.ToProblem();
        }

        var read = await request.ReadAsync<FilingForm>(ct);
        if (!read.Try(out var form, out var unreadable))
        {
            return unreadable.ToProblem();
        }

        var filed = await desk.FileAsync(form, request.Caller(), key, clock.Instant(), ct);
        return filed.Try(out var receipt, out var refusal)
            ? TypedResults.Json(receipt, OfficeJson.Options, statusCode: StatusCodes.Status201Created)
            : refusal.ToProblem();
    }
}
