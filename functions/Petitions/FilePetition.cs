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
public sealed class FilePetition(PetitionDesk desk, PetitionSecrets secrets, TrackingDesk tracking, DossierReader reader, RateLimits limits,
    ClientAddress clients, TimeProvider clock)
{
    /// <summary>What one person, or one network of people who have not signed in, may file. What was refused, or sent again, costs nothing.</summary>
    private static readonly RateLimit Filed = new("petitions", 20, TimeSpan.FromMinutes(60));

    [Function(nameof(FilePetition)), AllowedTo(Role.Anyone), Accepts(typeof(PetitionForm), MaxBytes = 32_768)]
    [Answers(201, typeof(PetitionReceipt)), Refuses(typeof(FieldRefusals)), Refuses(typeof(HttpRefusals))]
    [Refuses(typeof(PetitionRefusals), nameof(PetitionRefusals.OfficeMissing), nameof(PetitionRefusals.EmailInvalid),
        nameof(PetitionRefusals.TooMany))]
    [Refuses(typeof(TrackingRefusals)), Refuses(typeof(OfficeRefusals), nameof(OfficeRefusals.Unknown))]
    [Reads(
        "Idempotency-Key", "8 to 64 characters chosen by the client: sent again, it is one petition; with another body it is refused.", Header = true,
        Required = true)]
    public async Task<IResult> RunAsync([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/petitions")] HttpRequest request, CancellationToken ct)
    {
        var (began, client) = (clock.Instant(), request.Caller() is { Kind: CallerKind.Nobody } ? clients.KeyOf(request) : request.Caller().Id);
        if (limits.Check(Filed, client) is { } tooMany)
        {
            return (tooMany with { Reason = PetitionRefusals.TooMany }).ToProblem();
        }

        if (!(await FileAsync(request, ct)).Try(out var petition, out var refusal))
        {
            return refusal.ToProblem();
        }

        if (petition.At >= began) // Not one that was there already.
        {
            await limits.SpendAsync(Filed, client, CancellationToken.None); // Also when nobody waits for it.
        }

        return TypedResults.Json(
            new PetitionReceipt(OwnPetition.Of(petition, clock.Today()), secrets.Of(petition.Id)), OfficeJson.Options,
            statusCode: StatusCodes.Status201Created);
    }

    private async Task<Result<Petition>> FileAsync(HttpRequest request, CancellationToken ct)
    {
        if (!request.IdempotencyKey().Try(out var key, out var refusal)
            || !(await request.ReadAsync<PetitionForm>(ct)).Then(Check).Try(out var form, out refusal))
        {
            return refusal;
        }

        if (form.Dossier is not { Length: > 0 })
        {
            return await desk.FileAsync(form, null, request.Caller(), key, ct);
        }

        return (await DossierAsync(form, request, ct)).Try(out var stored, out refusal)
            ? await desk.FileAsync(form, stored.Dossier, request.Caller(), key, ct) : refusal;
    }

    // A dossier is named by its own citizen, or by whoever holds the receipt.
    private async Task<Result<StoredDossier>> DossierAsync(PetitionForm form, HttpRequest request, CancellationToken ct) =>
        request.Caller() is { Kind: CallerKind.Citizen } citizen && (await reader.FindAsync(form.Dossier!, citizen, ct)).Try(out var own, out _)
            ? own : await tracking.OpenAsync(new TrackingForm(form.Dossier!, form.Secret ?? ""), request, ct);

    private static Result<PetitionForm> Check(PetitionForm form) => form.FirstBroken() is { } refusal ? refusal : form;
}

/// <param name="Secret">Ten characters: with the code, it shows the answer.</param>
public sealed record PetitionReceipt(OwnPetition Petition, string Secret);
