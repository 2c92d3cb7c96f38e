using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Dossiers.Rows;
using PublicAdmin.Identity;
using PublicAdmin.Offices;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;
using PublicAdmin.Tracking;

namespace PublicAdmin.Petitions;

/// <summary>
/// POST /api/petitions: anybody says that an office acted wrongly, or that a rule is wrong; without a name if they like. The office that answers is found, and
/// the last day for its answer told.
/// </summary>
public sealed class FilePetition(PetitionDesk desk, PetitionSecrets secrets, TrackingDesk tracking, DossierReader reader, TimeProvider clock)
{
    [Function(nameof(FilePetition)), AllowedTo(Role.Anyone), Limited("petitions", 20, 60), Accepts(typeof(PetitionForm), MaxBytes = 32_768)]
    [Answers(201, typeof(PetitionReceipt)), Refuses(typeof(FieldRefusals)), Refuses(typeof(HttpRefusals))]
    [Refuses(typeof(PetitionRefusals), nameof(PetitionRefusals.OfficeMissing), nameof(PetitionRefusals.EmailInvalid))]
    [Refuses(typeof(TrackingRefusals)), Refuses(typeof(OfficeRefusals), nameof(OfficeRefusals.Unknown))]
    [Reads("Idempotency-Key", "8 to 64 characters chosen by the client: sent again, it is one petition.", Header = true, Required = true)]
    public async Task<IResult> RunAsync([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/petitions")] HttpRequest request, CancellationToken ct)
    {
        if (!request.IdempotencyKey().Try(out var key, out var refusal)
            || !(await request.ReadAsync<PetitionForm>(ct)).Then(Check).Try(out var form, out refusal))
        {
            return refusal.ToProblem();
        }

        var dossier = form.Dossier is { Length: > 0 } ? await DossierAsync(form, request, ct) : default(Result<StoredDossier>?);
        if (dossier is { Refusal: { } unknown })
        {
            return unknown.ToProblem();
        }

        return (await desk.FileAsync(form, dossier?.Value.Dossier, request.Caller(), key, ct)).Try(out var petition, out refusal)
            ? TypedResults.Json(
                new PetitionReceipt(OwnPetition.Of(petition, clock.Today()), secrets.Of(petition.Id)), OfficeJson.Options,
                statusCode: StatusCodes.Status201Created)
            : refusal.ToProblem();
    }

    // A dossier is named by its own citizen, or by whoever holds the receipt.
    private async Task<Result<StoredDossier>> DossierAsync(PetitionForm form, HttpRequest request, CancellationToken ct) =>
        request.Caller() is { Kind: CallerKind.Citizen } citizen && (await reader.FindAsync(form.Dossier!, citizen, ct)).Try(out var own, out _)
            ? own : await tracking.OpenAsync(new TrackingForm(form.Dossier!, form.Secret ?? ""), request, ct);

    private static Result<PetitionForm> Check(PetitionForm form) => form.FirstBroken() is { } refusal ? refusal : form;
}

/// <param name="Secret">Ten characters: with the code, it shows the answer.</param>
public sealed record PetitionReceipt(OwnPetition Petition, string Secret);
