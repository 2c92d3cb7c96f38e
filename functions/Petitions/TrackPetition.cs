using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Identity;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;

namespace PublicAdmin.Petitions;

/// <summary>POST /api/petition-tracking: with code and secret, the petitioner reads how far it is and what was answered.</summary>
public sealed class TrackPetition(PetitionDesk desk, TimeProvider clock)
{
    [Function(nameof(TrackPetition)), AllowedTo(Role.Anyone), Limited("petition-tracking", 60, 10)]
    [Accepts(typeof(PetitionTrackingForm), MaxBytes = 1_024), Answers(200, typeof(OwnPetition))]
    [Refuses(typeof(PetitionRefusals), nameof(PetitionRefusals.NotFound)), Refuses(typeof(HttpRefusals))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/petition-tracking")] HttpRequest request, CancellationToken ct)
    {
        if (!(await request.ReadAsync<PetitionTrackingForm>(ct)).Try(out var form, out var unreadable))
        {
            return unreadable.ToProblem();
        }

        return await desk.OpenAsync(form.Id.Trim().ToUpperInvariant(), form.Secret, ct) is ({ } petition, _)
            ? TypedResults.Json(OwnPetition.Of(petition, clock.Today()), OfficeJson.Options) : PetitionRefusals.NotFound.With().ToProblem();
    }
}

/// <summary>Both were shown when it was sent.</summary>
public sealed record PetitionTrackingForm(string Id, string Secret);
