using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Identity;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;

namespace PublicAdmin.Statistics.Rollups;

/// <summary>GET /api/statistics/rebuilding: how far a rebuilding has come, and whether the last one gave the same books to the byte.</summary>
public sealed class ShowRebuilding(BookShelf shelf)
{
    [Function(nameof(ShowRebuilding)), AllowedTo(Role.Supervisor, Role.Auditor, Role.Administrator), Answers(200, typeof(RebuildingView))]
    [Refuses(typeof(StatisticsRefusals), nameof(StatisticsRefusals.WholeProvince))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/statistics/rebuilding")] HttpRequest request, CancellationToken ct) =>
        StatisticsScope.RefuseProvince(request.Caller())?.ToProblem()
        ?? TypedResults.Json(new RebuildingView((await shelf.RebuildingAsync(ct)).Work, await shelf.RebuiltAsync(ct)), OfficeJson.Options);
}
