using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Identity;
using PublicAdmin.Offices;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;
using PublicAdmin.Procedures;
using PublicAdmin.Statistics.Rollups;

namespace PublicAdmin.Statistics.Reading;

/// <summary>
/// GET /api/statistics: what the province, an office or a procedure received and finished in a period, as JSON or CSV. For anybody; each number's meaning: GET
/// /api/statistics/definitions.
/// </summary>
public sealed class ShowStatistics(StatisticsDesk desk, StatisticsAnswers answers, OfficeDirectory offices, TimeProvider clock)
{
    private static readonly string[] Breakdowns = ["office", "sector", "procedure"];

    [Function(nameof(ShowStatistics)), AllowedTo(Role.Anyone), Answers(200, typeof(StatisticsView)), Answers(304)]
    [Refuses(typeof(StatisticsRefusals), nameof(StatisticsRefusals.PeriodInvalid), nameof(StatisticsRefusals.BooksUnbalanced))]
    [Refuses(typeof(OfficeRefusals), nameof(OfficeRefusals.Unknown)), Refuses(typeof(ProcedureRefusals), nameof(ProcedureRefusals.Unknown))]
    [Refuses(typeof(HttpRefusals), nameof(HttpRefusals.QueryInvalid))]
    [Reads("period", StatisticsAsked.PeriodMeaning), Reads("from", "First day."), Reads("to", "Last day.")]
    [Reads("office", "Its code; the whole province unless said."), Reads("procedure", "Only this procedure."), Reads("sector", "Only this sector.")]
    [Reads("view", "competent (default), receipt or holding: by which of its three places a dossier is counted.")]
    [Reads("by", "office, sector or procedure: what the lines are; office for the province, procedure for an office.")]
    [Reads("format", "json (default) or csv.")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/statistics")] HttpRequest request, CancellationToken ct) =>
        answers.OfAsync(request, () => MakeAsync(request, ct), ct);

    private async Task<Result<TaggedJson>> MakeAsync(HttpRequest request, CancellationToken ct)
    {
        if (!StatisticsAsked.Of(request, offices, clock.GetUtcNow()).Try(out var asked, out var refusal))
        {
            return refusal;
        }

        var by = request.Query["by"].ToString() is { Length: > 0 } named ? named : asked.Office is CellKey.Province ? "office" : "procedure";
        if (!Breakdowns.Contains(by))
        {
            return HttpRefusals.QueryInvalid.At("by", "by", string.Join(", ", Breakdowns));
        }

        var view = await desk.MakeAsync(asked, by, ct);
        return request.Query["format"] == "csv"
            ? TaggedJson.Public(StatisticsCsv.Write(view, request.Language()), StatisticsCsv.ContentType)
            : TaggedJson.Public(view);
    }
}
