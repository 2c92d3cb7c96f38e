using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Identity;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;

namespace PublicAdmin.Deadlines.Calendar;

/// <summary>GET /api/calendar-impact: which open dossiers were promised by another calendar than today's, and what that does to their time.</summary>
public sealed class ListCalendarImpact(CalendarImpact impact)
{
    [Function(nameof(ListCalendarImpact)), AllowedTo(Role.Administrator), Answers(200, typeof(ImpactReport))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/calendar-impact")] HttpRequest request, CancellationToken ct) =>
        TypedResults.Json(await ImpactReport.OfAsync(impact.LinesAsync(ct), ct), OfficeJson.Options);
}

/// <param name="More">There are more lines than shown.</param>
public sealed record ImpactReport(IReadOnlyList<ImpactLine> Lines, bool More)
{
    private const int Most = 1_000;

    internal static async Task<ImpactReport> OfAsync(IAsyncEnumerable<ImpactLine> all, CancellationToken ct)
    {
        var lines = await all.Take(Most + 1).ToListAsync(ct);
        return new ImpactReport([.. lines.Take(Most)], lines.Count > Most);
    }
}
