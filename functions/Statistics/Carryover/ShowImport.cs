using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Identity;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;

namespace PublicAdmin.Statistics.Carryover;

/// <summary>GET /api/imports/{id}: how far an import has come; the receipt once it is done.</summary>
public sealed class ShowImport(ImportBook book)
{
    [Function(nameof(ShowImport)), AllowedTo(Role.Administrator, Role.Supervisor, Role.Auditor), Answers(200, typeof(Import))]
    [Refuses(typeof(CarryoverRefusals), nameof(CarryoverRefusals.Unknown)), Refuses(typeof(StatisticsRefusals), nameof(StatisticsRefusals.WholeProvince))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/imports/{id}")] HttpRequest request, string id, CancellationToken ct) =>
        StatisticsScope.RefuseProvince(request.Caller())?.ToProblem()
        ?? ((await book.FindAsync(id, ct)).Import is { } import
            ? TypedResults.Json(import, OfficeJson.Options) : CarryoverRefusals.Unknown.With(id).ToProblem());
}
