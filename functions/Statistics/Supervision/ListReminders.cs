using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Identity;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;
using PublicAdmin.Statistics.Rollups;

namespace PublicAdmin.Statistics.Supervision;

/// <summary>
/// GET /api/offices/{office}/reminders: what an office was reminded of, the newest first, and who is waited for; office * for all of the province.
/// </summary>
public sealed class ListReminders(ReminderBook book, TimeProvider clock)
{
    [Function(nameof(ListReminders)), AllowedTo(RoleSet.CountReaders)]
    [Answers(200, typeof(PageOf<ReminderView>))]
    [Refuses(typeof(StatisticsRefusals), nameof(StatisticsRefusals.DossiersNotYours)), Refuses(typeof(HttpRefusals), nameof(HttpRefusals.QueryInvalid))]
    [Reads("limit", "1 to 100, 20 unless said."), Reads("after", "The next of the page before.")]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/offices/{office}/reminders")] HttpRequest request, string office,
        CancellationToken ct)
    {
        if (StatisticsScope.RefuseOffice(request.Caller(), office) is { } notYours)
        {
            return notYours.ToProblem();
        }

        return PageAsked.Of(request).Try(out var page, out var invalid)
            ? TypedResults.Json(await book.ListAsync(office is CellKey.Province ? null : office, clock.Today(), page, ct), OfficeJson.Options)
            : invalid.ToProblem();
    }
}
