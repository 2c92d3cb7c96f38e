using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Identity;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;

namespace PublicAdmin.Audit;

/// <summary>GET /api/audit/days/{day}/verdict: whether a sealed day and every dossier in it are as they were, and if not, what differs.</summary>
public sealed class CheckSealedDay(AuditDesk desk)
{
    [Function(nameof(CheckSealedDay)), AllowedTo(Role.Auditor, Role.Supervisor)]
    [Answers(200, typeof(SealVerdict)), Refuses(typeof(AuditRefusals))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/audit/days/{day}/verdict")] HttpRequest request, string day,
        CancellationToken ct)
    {
        if (AuditScope.RefuseDossiers(request.Caller()) is { } notYours)
        {
            return notYours.ToProblem();
        }

        return HttpQueries.Day(day) is { } asked && await desk.CheckAsync(asked, ct) is { } verdict
            ? TypedResults.Json(verdict, OfficeJson.Options)
            : AuditRefusals.NotSealed.With(day).ToProblem();
    }
}
