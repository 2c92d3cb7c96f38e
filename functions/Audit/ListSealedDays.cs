using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Identity;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;

namespace PublicAdmin.Audit;

/// <summary>GET /api/audit/days: the days that are sealed, the newest first.</summary>
public sealed class ListSealedDays(SealedDays days)
{
    [Function(nameof(ListSealedDays)), AllowedTo(Role.Auditor, Role.Supervisor, Role.Administrator)]
    [Answers(200, typeof(PageOf<SealedDay>)), Refuses(typeof(HttpRefusals), nameof(HttpRefusals.QueryInvalid))]
    [Refuses(typeof(AuditRefusals), nameof(AuditRefusals.WholeProvince))]
    [Reads("limit", "1 to 100, 20 unless said."), Reads("after", "The next of the page before.")]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/audit/days")] HttpRequest request, CancellationToken ct)
    {
        if (AuditScope.Refuse(request.Caller()) is { } notYours)
        {
            return notYours.ToProblem();
        }

        return PageAsked.Of(request).Try(out var asked, out var invalid)
            ? TypedResults.Json(await days.PageAsync(asked, ct), OfficeJson.Options)
            : invalid.ToProblem();
    }
}
