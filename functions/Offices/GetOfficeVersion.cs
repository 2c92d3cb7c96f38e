using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Identity;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;

namespace PublicAdmin.Offices;

/// <summary>GET /api/offices/{code}/versions/{validFrom}: one version an administrator entered, with the ETag a change must carry.</summary>
public sealed class GetOfficeVersion(OfficeRegister register)
{
    [Function(nameof(GetOfficeVersion)), AllowedTo(Role.Administrator)]
    [Answers(200, typeof(OfficeVersion)), Refuses(typeof(OfficeRefusals), nameof(OfficeRefusals.VersionUnknown))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/offices/{code}/versions/{validFrom}")] HttpRequest request,
        string code,
        string validFrom,
        CancellationToken ct)
    {
        if (HttpQueries.Day(validFrom) is not { } day || await register.FindAsync(code, day, ct) is not { } found)
        {
            return OfficeRefusals.VersionUnknown.With().ToProblem();
        }

        request.HttpContext.Response.Tag(found.Tag);
        return TypedResults.Json(found.Value, OfficeJson.Options);
    }
}
