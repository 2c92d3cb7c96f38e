using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Dossiers;
using PublicAdmin.Dossiers.Rows;
using PublicAdmin.Identity;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;

namespace PublicAdmin.Tracking;

/// <summary>
/// GET /api/dossiers/{code}/tracking-secret: shows its citizen, or the desk that received it, with what the dossier is tracked: the secret is stored
/// nowhere and made again from the code. Who looked is written down.
/// </summary>
public sealed class GetTrackingSecret(DossierReader reader, TrackingSecrets secrets, TrackingPages pages)
{
    [Function(nameof(GetTrackingSecret)), AllowedTo(Role.Citizen, Role.Clerk)]
    [Answers(200, typeof(TrackingAnswer)), Refuses(typeof(DossierRefusals), nameof(DossierRefusals.NotFound))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/dossiers/{code}/tracking-secret")] HttpRequest request, string code,
        CancellationToken ct)
    {
        var caller = request.Caller();
        var opened = await reader.OpenAsync(code, caller, "tracking secret", ct);
        if (!opened.Try(out var stored, out var refusal))
        {
            return refusal.ToProblem();
        }

        var dossier = stored.Dossier;
        return caller.Kind is CallerKind.Citizen || caller.Has(Role.Clerk, dossier.Places.Receipt)
            ? TypedResults.Json(new TrackingAnswer(dossier.Code, secrets.Of(dossier), pages.LinkOf(dossier.Code, secrets.Of(dossier))), OfficeJson.Options)
            : DossierRefusals.NotFound.With(code).ToProblem();
    }
}

/// <param name="Secret">Ten characters.</param>
/// <param name="Link">Opens tracking; code and secret stand in its fragment.</param>
public sealed record TrackingAnswer(DossierCode Code, string Secret, string Link);
