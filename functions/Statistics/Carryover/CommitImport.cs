using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Identity;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;

namespace PublicAdmin.Statistics.Carryover;

/// <summary>
/// POST /api/imports/{id}/commit: decides on a file that was looked through within 24 hours and has no error; its lines come in within minutes, all of them.
/// </summary>
public sealed class CommitImport(ImportDesk desk)
{
    [Function(nameof(CommitImport)), AllowedTo(Role.Administrator), Answers(202, typeof(Import)), Refuses(typeof(CarryoverRefusals))]
    [Refuses(typeof(StatisticsRefusals), nameof(StatisticsRefusals.WholeProvince))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/imports/{id}/commit")] HttpRequest request, string id, CancellationToken ct)
    {
        if (StatisticsScope.RefuseProvince(request.Caller()) is { } notYours)
        {
            return notYours.ToProblem();
        }

        return (await desk.CommitAsync(id, ct)).Try(out var import, out var refusal)
            ? TypedResults.Json(import, OfficeJson.Options, statusCode: StatusCodes.Status202Accepted) : refusal.ToProblem();
    }
}
