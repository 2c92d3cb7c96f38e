using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Dossiers;
using PublicAdmin.Dossiers.Rows;
using PublicAdmin.Identity;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;

namespace PublicAdmin.Statistics.Satisfaction;

/// <summary>
/// POST /api/dossiers/{code}/rating: its citizen says, within 30 days of the return, whether they are satisfied; it can be changed once within 7 days.
/// </summary>
public sealed class RateDossier(DossierReader reader, RatingBook book, TimeProvider clock)
{
    [Function(nameof(RateDossier)), AllowedTo(Role.Citizen), Accepts(typeof(RatingForm)), Answers(200, typeof(Rating)), Refuses(typeof(RatingRefusals))]
    [Refuses(typeof(DossierRefusals), nameof(DossierRefusals.NotFound)), Refuses(typeof(FieldRefusals)), Refuses(typeof(HttpRefusals))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/dossiers/{code}/rating")] HttpRequest request, string code, CancellationToken ct)
    {
        var opened = await reader.OpenAsync(code, request.Caller(), "rating", ct);
        if (!opened.Try(out var stored, out var refusal) || !(await request.ReadAsync<RatingForm>(ct)).Then(Check).Try(out var form, out refusal))
        {
            return refusal.ToProblem();
        }

        return (await book.GiveAsync(stored.Dossier, form, RatingWay.Account, clock.Instant(), ct)).Try(out var rating, out refusal)
            ? TypedResults.Json(rating, OfficeJson.Options) : refusal.ToProblem();
    }

    private Result<RatingForm> Check(RatingForm form) => form.FirstBroken(clock.Today()) is { } refusal ? refusal : form;
}
