using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Identity;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;

namespace PublicAdmin.Statistics.Carryover;

/// <summary>
/// POST /api/imports: looks a CSV of the old system through, up to 200,000 lines, and writes no dossier: errors by line and column, counts by office and
/// status.
/// </summary>
public sealed class CheckImport(ImportDesk desk)
{
    private const int MaxBytes = 64 * 1024 * 1024;

    [Function(nameof(CheckImport)), AllowedTo(Role.Administrator), Accepts(typeof(byte[]), ContentType = "text/csv", MaxBytes = MaxBytes)]
    [Answers(200, typeof(Import))]
    [Refuses(typeof(StatisticsRefusals), nameof(StatisticsRefusals.WholeProvince)), Refuses(typeof(HttpRefusals))]
    public async Task<IResult> RunAsync([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/imports")] HttpRequest request, CancellationToken ct)
    {
        if (StatisticsScope.RefuseProvince(request.Caller()) is { } notYours)
        {
            return notYours.ToProblem();
        }

        try
        {
            return TypedResults.Json(await desk.CheckAsync(request.Body, request.Caller().Id, ct), OfficeJson.Options);
        }
        catch (BadHttpRequestException cut)
        {
            return HttpRefusals.Of(cut).With().ToProblem();
        }
    }
}
