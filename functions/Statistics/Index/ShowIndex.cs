using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Identity;
using PublicAdmin.Offices;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;
using PublicAdmin.Procedures;
using PublicAdmin.Statistics.Reading;

namespace PublicAdmin.Statistics.Index;

/// <summary>
/// GET /api/statistics/index766: the index of Decision 766 as an estimate of ours, beside the portal's figures where they were entered, with what the national
/// rules count otherwise.
/// </summary>
public sealed class ShowIndex(IndexDesk desk, StatisticsAnswers answers, OfficeDirectory offices, TimeProvider clock)
{
    [Function(nameof(ShowIndex)), AllowedTo(Role.Anyone), Answers(200, typeof(IndexView)), Answers(304)]
    [Refuses(typeof(StatisticsRefusals), nameof(StatisticsRefusals.PeriodInvalid), nameof(StatisticsRefusals.BooksUnbalanced))]
    [Refuses(typeof(OfficeRefusals), nameof(OfficeRefusals.Unknown))]
    [Refuses(typeof(ProcedureRefusals), nameof(ProcedureRefusals.Unknown)), Refuses(typeof(HttpRefusals), nameof(HttpRefusals.QueryInvalid))]
    [Reads("office", "Its code; the whole province unless said."), Reads("period", StatisticsAsked.PeriodMeaning), Reads("from", "First day.")]
    [Reads("to", "Last day.")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/statistics/index766")] HttpRequest request, CancellationToken ct) =>
        answers.OfAsync(request, () => MakeAsync(request, ct), ct);

    private async Task<Result<TaggedJson>> MakeAsync(HttpRequest request, CancellationToken ct) =>
        StatisticsAsked.Of(request, offices, clock.GetUtcNow()).Try(out var asked, out var refusal)
            ? TaggedJson.Public(await desk.MakeAsync(asked.Office, asked.Period, ct))
            : refusal;
}
