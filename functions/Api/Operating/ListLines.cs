using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Identity;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;

namespace PublicAdmin.Api.Operating;

/// <summary>GET /api/lines: which line out of the office works, which is down and since when, and what waits for it.</summary>
public sealed class ListLines(LineDesk desk)
{
    [Function(nameof(ListLines)), AllowedTo(Role.Administrator)]
    [Answers(200, typeof(IReadOnlyList<LineView>)), Refuses(typeof(DeadLetterRefusals), nameof(DeadLetterRefusals.ProvinceOnly))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/lines")] HttpRequest request, CancellationToken ct) =>
        request.Caller().Has(Role.Administrator, Duty.Everywhere)
            ? TypedResults.Json(await desk.AllAsync(ct), OfficeJson.Options)
            : DeadLetterRefusals.ProvinceOnly.With().ToProblem();
}
