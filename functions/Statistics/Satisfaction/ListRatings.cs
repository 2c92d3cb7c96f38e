using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Deadlines.Hours;
using PublicAdmin.Identity;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;

namespace PublicAdmin.Statistics.Satisfaction;

/// <summary>
/// GET /api/offices/{office}/ratings: what citizens said, to supervisors and auditors; answers for the inspectorate are shown to the province's auditors alone.
/// </summary>
public sealed class ListRatings(RatingBook book)
{
    [Function(nameof(ListRatings)), AllowedTo(Role.Supervisor, Role.Auditor), Answers(200, typeof(PageOf<Rating>))]
    [Refuses(typeof(StatisticsRefusals), nameof(StatisticsRefusals.DossiersNotYours)), Refuses(typeof(HttpRefusals), nameof(HttpRefusals.QueryInvalid))]
    [Reads("limit", "1 to 100, 20 unless said."), Reads("after", "The next of the page before.")]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/offices/{office}/ratings")] HttpRequest request, string office,
        CancellationToken ct)
    {
        var caller = request.Caller();
        if (!caller.Has(Role.Supervisor, office) && !caller.Has(Role.Auditor, office))
        {
            return StatisticsRefusals.DossiersNotYours.With(office).ToProblem();
        }

        if (!PageAsked.Of(request).Try(out var page, out var invalid))
        {
            return invalid.ToProblem();
        }

        var found = await book.ListAsync(office, page, ct);
        return TypedResults.Json(
            caller.Has(Role.Auditor, Duty.Everywhere) ? found : found with { Items = [.. found.Items.Select(WithoutInspectorate)] }, OfficeJson.Options);
    }

    private static Rating WithoutInspectorate(Rating rating)
    {
        var hidden = QuestionSet.On(WorkingTime.DayOf(rating.At)).Questions.Where(question => question.InspectorateOnly).Select(question => question.Id)
            .ToHashSet();
        return rating with { Answers = rating.Answers.Where(answer => !hidden.Contains(answer.Key)).ToDictionary() };
    }
}
