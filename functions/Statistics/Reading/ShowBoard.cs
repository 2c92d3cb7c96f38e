using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Identity;
using PublicAdmin.Offices;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;

namespace PublicAdmin.Statistics.Reading;

/// <summary>
/// GET /api/statistics/board: five numbers of this minute and the offices over fourteen days, for the supervisor's board and the screen on the wall. For
/// anybody: it holds sums of offices and nobody's name.
/// </summary>
public sealed class ShowBoard(BoardDesk desk, StatisticsAnswers answers, OfficeDirectory offices, TimeProvider clock)
{
    [Function(nameof(ShowBoard)), AllowedTo(Role.Anyone), Answers(200, typeof(BoardView)), Answers(304)]
    [Refuses(typeof(StatisticsRefusals), nameof(StatisticsRefusals.BooksUnbalanced)), Refuses(typeof(OfficeRefusals), nameof(OfficeRefusals.Unknown))]
    [Refuses(typeof(HttpRefusals), nameof(HttpRefusals.QueryInvalid))]
    [Reads("office", "Its code; the whole province unless said.")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/statistics/board")] HttpRequest request, CancellationToken ct) =>
        answers.OfAsync(request, () => MakeAsync(request, ct), ct);

    private async Task<Result<TaggedJson>> MakeAsync(HttpRequest request, CancellationToken ct) =>
        StatisticsAsked.Of(request, offices, clock.GetUtcNow()).Try(out var asked, out var refusal)
            ? TaggedJson.Public(await desk.MakeAsync(asked.Office, ct))
            : refusal;
}
