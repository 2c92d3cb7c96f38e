using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Identity;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;

namespace PublicAdmin.Offices;

/// <summary>GET /api/offices/{code}/versions: how an office was, is and will be, the oldest first, and who entered it.</summary>
public sealed class ListOfficeVersions(OfficeRegister register)
{
    [Function(nameof(ListOfficeVersions)), AllowedTo(Role.Administrator)]
    [Answers(200, typeof(IReadOnlyList<OfficeVersion>)), Refuses(typeof(OfficeRefusals), nameof(OfficeRefusals.Unknown))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/offices/{code}/versions")] HttpRequest request, string code,
        CancellationToken ct) =>
        await register.VersionsOfAsync(code, ct) is { Count: > 0 } versions
            ? TypedResults.Json(versions, OfficeJson.Options)
            : OfficeRefusals.Unknown.With(code).ToProblem();
}
