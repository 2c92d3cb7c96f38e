using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Identity;
using PublicAdmin.Offices;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;
using PublicAdmin.Procedures;

namespace PublicAdmin.Statistics.Reading;

/// <summary>GET /api/statistics/trend: the last thirteen months of the province, an office or a procedure, the oldest first. For anybody.</summary>
public sealed class ShowTrend(StatisticsDesk desk, StatisticsAnswers answers, OfficeDirectory offices, TimeProvider clock)
{
    private const int Months = 13;

    [Function(nameof(ShowTrend)), AllowedTo(Role.Anyone), Answers(200, typeof(TrendView)), Answers(304)]
    [Refuses(typeof(StatisticsRefusals), nameof(StatisticsRefusals.BooksUnbalanced)), Refuses(typeof(OfficeRefusals), nameof(OfficeRefusals.Unknown))]
    [Refuses(typeof(ProcedureRefusals), nameof(ProcedureRefusals.Unknown)), Refuses(typeof(HttpRefusals), nameof(HttpRefusals.QueryInvalid))]
    [Reads("office", "Its code; the whole province unless said."), Reads("procedure", "Only this procedure."), Reads("sector", "Only this sector.")]
    [Reads("view", "competent (default), receipt or holding.")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/statistics/trend")] HttpRequest request, CancellationToken ct) =>
        answers.OfAsync(request, () => MakeAsync(request, ct), ct);

    private async Task<Result<TaggedJson>> MakeAsync(HttpRequest request, CancellationToken ct) =>
        StatisticsAsked.Of(request, offices, clock.GetUtcNow()).Try(out var asked, out var refusal)
            ? TaggedJson.Public(new TrendView(asked.Office, await desk.TrendAsync(asked, Months, ct)))
            : refusal;
}

public sealed record TrendView(string Office, IReadOnlyList<TrendMonth> Months);
