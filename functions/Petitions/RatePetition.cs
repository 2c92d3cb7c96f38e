using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Identity;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;

namespace PublicAdmin.Petitions;

/// <summary>POST /api/petitions/{id}/rating: with its secret, the petitioner says once whether the answer satisfied them.</summary>
public sealed class RatePetition(PetitionDesk desk, TimeProvider clock)
{
    [Function(nameof(RatePetition)), AllowedTo(Role.Anyone), Limited("petition-tracking", 60, 10)]
    [Accepts(typeof(PetitionRatingForm), MaxBytes = 1_024), Answers(200, typeof(OwnPetition))]
    [Refuses(typeof(PetitionRefusals), nameof(PetitionRefusals.NotFound), nameof(PetitionRefusals.NotAnswered), nameof(PetitionRefusals.RatedAlready))]
    [Refuses(typeof(HttpRefusals))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/petitions/{id}/rating")] HttpRequest request, string id, CancellationToken ct)
    {
        if (!(await request.ReadAsync<PetitionRatingForm>(ct)).Try(out var form, out var refusal))
        {
            return refusal.ToProblem();
        }

        return (await desk.RateAsync(id.ToUpperInvariant(), form, ct)).Try(out var petition, out refusal)
            ? TypedResults.Json(OwnPetition.Of(petition, clock.Today()), OfficeJson.Options) : refusal.ToProblem();
    }
}

/// <param name="Secret">Of the petition.</param>
public sealed record PetitionRatingForm(string Secret, bool Satisfied);
