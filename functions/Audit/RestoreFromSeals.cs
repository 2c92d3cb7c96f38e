using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Identity;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;

namespace PublicAdmin.Audit;

/// <summary>
/// POST /api/audit/restoration: brings the dossiers and tables back from the seals, when the tables are empty. Works for a minute; send it again until it is
/// done.
/// </summary>
public sealed class RestoreFromSeals(SealRestore restore)
{
    // Below the 230 seconds after which Azure's front end gives a request up.
    private static readonly TimeSpan AMinute = TimeSpan.FromMinutes(1);

    [Function(nameof(RestoreFromSeals)), AllowedTo(Role.Administrator)]
    [Answers(200, typeof(RestoreState)), Refuses(typeof(AuditRefusals))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/audit/restoration")] HttpRequest request, CancellationToken ct)
    {
        if (AuditScope.Refuse(request.Caller()) is { } notYours)
        {
            return notYours.ToProblem();
        }

        var ran = await restore.RunAsync(AMinute, ct);
        return ran.Try(out var state, out var refusal) ? TypedResults.Json(state, OfficeJson.Options) : refusal.ToProblem();
    }
}
