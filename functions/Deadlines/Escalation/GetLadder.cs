using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Identity;
using PublicAdmin.Platform.Http;

namespace PublicAdmin.Deadlines.Escalation;

/// <summary>
/// GET /api/escalation-ladders/{procedure}/{office}/versions/{validFrom}: one version an administrator entered, with the ETag a change must carry.
/// </summary>
public sealed class GetLadder(LadderRegister register)
{
    [Function(nameof(GetLadder)), AllowedTo(Role.Administrator)]
    [Answers(200, typeof(EscalationLadder)), Refuses(typeof(RegisterRefusals), nameof(RegisterRefusals.VersionUnknown))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(
            AuthorizationLevel.Anonymous, "get", "head", Route = "api/escalation-ladders/{procedure}/{office}/versions/{validFrom}")] HttpRequest request,
        string procedure,
        string office,
        string validFrom,
        CancellationToken ct) =>
        HttpQueries.Day(validFrom) is { } day && await register.FindAsync(procedure, office, day, ct) is { } found
            ? VersionAddress.Answer(request, found, StatusCodes.Status200OK)
            : RegisterRefusals.VersionUnknown.With().ToProblem();
}
