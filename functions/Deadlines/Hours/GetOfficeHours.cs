using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Identity;
using PublicAdmin.Platform.Http;

namespace PublicAdmin.Deadlines.Hours;

/// <summary>GET /api/office-hours/{office}/versions/{validFrom}: one version an administrator entered, with the ETag a change must carry.</summary>
public sealed class GetOfficeHours(HoursRegister register)
{
    [Function(nameof(GetOfficeHours)), AllowedTo(Role.Administrator)]
    [Answers(200, typeof(HoursVersion)), Refuses(typeof(RegisterRefusals), nameof(RegisterRefusals.VersionUnknown))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/office-hours/{office}/versions/{validFrom}")] HttpRequest request,
        string office,
        string validFrom,
        CancellationToken ct) =>
        HttpQueries.Day(validFrom) is { } day && await register.FindAsync(office, day, ct) is { } found
            ? VersionAddress.Answer(request, found, StatusCodes.Status200OK)
            : RegisterRefusals.VersionUnknown.With().ToProblem();
}
