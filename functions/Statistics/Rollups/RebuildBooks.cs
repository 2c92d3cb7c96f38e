using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Identity;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;

namespace PublicAdmin.Statistics.Rollups;

/// <summary>POST /api/statistics/rebuilding: makes the books anew from the events, in the background; answers how far it has come.</summary>
public sealed class RebuildBooks(BookShelf shelf)
{
    [Function(nameof(RebuildBooks)), AllowedTo(Role.Supervisor, Role.Auditor, Role.Administrator), Answers(202, typeof(RebuildingView))]
    [Refuses(typeof(StatisticsRefusals), nameof(StatisticsRefusals.WholeProvince))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/statistics/rebuilding")] HttpRequest request, CancellationToken ct) =>
        StatisticsScope.RefuseProvince(request.Caller())?.ToProblem()
        ?? TypedResults.Json(
            new RebuildingView(await shelf.BeginAsync(ct), await shelf.RebuiltAsync(ct)), OfficeJson.Options, statusCode: StatusCodes.Status202Accepted);
}

/// <param name="Work">Null when none is under way.</param>
/// <param name="Last">How the last one ended; null when there was none.</param>
public sealed record RebuildingView(Rebuilding? Work, Rebuilt? Last);
