using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Identity;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;
using PublicAdmin.Tracking;

namespace PublicAdmin.Statistics.Satisfaction;

/// <summary>
/// POST /api/ratings: whoever holds code and secret of the receipt rates without signing in, as its citizen may with an account: one rating for a dossier.
/// </summary>
public sealed class RateByReceipt(TrackingDesk tracking, RatingBook book, TimeProvider clock)
{
    [Function(nameof(RateByReceipt)), AllowedTo(Role.Anyone), Limited("ratings", 60, 10), Accepts(typeof(ReceiptRatingForm), MaxBytes = 8_192)]
    [Answers(200, typeof(Rating)), Refuses(typeof(RatingRefusals)), Refuses(typeof(TrackingRefusals)), Refuses(typeof(FieldRefusals))]
    [Refuses(typeof(HttpRefusals))]
    public async Task<IResult> RunAsync([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/ratings")] HttpRequest request, CancellationToken ct)
    {
        if (!(await request.ReadAsync<ReceiptRatingForm>(ct)).Then(Check).Try(out var form, out var refusal)
            || !(await tracking.OpenAsync(new TrackingForm(form.Code, form.Secret), request, ct)).Try(out var stored, out refusal))
        {
            return refusal.ToProblem();
        }

        return (await book.GiveAsync(stored.Dossier, form.Rating, RatingWay.Receipt, clock.Instant(), ct)).Try(out var rating, out refusal)
            ? TypedResults.Json(rating, OfficeJson.Options) : refusal.ToProblem();
    }

    private Result<ReceiptRatingForm> Check(ReceiptRatingForm form) => form.Rating.FirstBroken(clock.Today()) is { } refusal ? refusal : form;
}

/// <summary>Code and secret stand on the receipt.</summary>
public sealed record ReceiptRatingForm(string Code, string Secret, RatingForm Rating);
