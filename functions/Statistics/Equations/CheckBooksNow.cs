using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Identity;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;

namespace PublicAdmin.Statistics.Equations;

/// <summary>POST /api/statistics/checks: checks the books now; 409 books-unbalanced with every difference and the dossiers to look at first.</summary>
public sealed class CheckBooksNow(CheckBook book)
{
    [Function(nameof(CheckBooksNow)), AllowedTo(Role.Supervisor, Role.Auditor, Role.Administrator), Answers(200, typeof(BookCheck))]
    [Refuses(typeof(StatisticsRefusals), nameof(StatisticsRefusals.BooksUnbalanced), nameof(StatisticsRefusals.WholeProvince))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/statistics/checks")] HttpRequest request, CancellationToken ct)
    {
        if (StatisticsScope.RefuseProvince(request.Caller()) is { } refusal)
        {
            return refusal.ToProblem();
        }

        var found = await book.RunAsync(ct);
        return found.Balanced ? TypedResults.Json(found, OfficeJson.Options) : Unbalanced.Of(found).ToProblem();
    }
}
