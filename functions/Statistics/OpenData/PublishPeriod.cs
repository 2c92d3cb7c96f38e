using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Identity;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;
using PublicAdmin.Statistics.Reading;

namespace PublicAdmin.Statistics.OpenData;

/// <summary>
/// POST /api/statistics/periods/{period}/publication: freezes a month that is over, signed; a correction becomes the next version with its differences. 409
/// books-unbalanced while an equation fails, payments-unreconciled while money of the month is.
/// </summary>
public sealed class PublishPeriod(Publisher publisher)
{
    [Function(nameof(PublishPeriod)), AllowedTo(Role.Supervisor, Role.Administrator), Answers(200, typeof(Publication))]
    [Refuses(typeof(StatisticsRefusals), nameof(StatisticsRefusals.WholeProvince), nameof(StatisticsRefusals.PeriodInvalid),
        nameof(StatisticsRefusals.PeriodRunning), nameof(StatisticsRefusals.BooksUnbalanced), nameof(StatisticsRefusals.PaymentsOpen))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/statistics/periods/{period}/publication")] HttpRequest request, string period,
        CancellationToken ct)
    {
        if (StatisticsScope.RefuseProvince(request.Caller()) is { } notYours)
        {
            return notYours.ToProblem();
        }

        return period.Length is 7 && Periods.Parse(period) is { } days && days.To.DayNumber - days.From.DayNumber < 31
            ? (await publisher.PublishAsync(days.From, ct)).Try(out var published, out var refusal)
                ? TypedResults.Json(published, OfficeJson.Options) : refusal.ToProblem()
            : StatisticsRefusals.PeriodInvalid.With(period).ToProblem();
    }
}
