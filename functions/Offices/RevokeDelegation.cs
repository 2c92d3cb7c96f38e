using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Identity;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;

namespace PublicAdmin.Offices;

/// <summary>DELETE /api/delegations/{id}: the lender, or an administrator of the office, ends a delegation at once. The record of it stays.</summary>
public sealed class RevokeDelegation(DelegationDesk desk)
{
    [Function(nameof(RevokeDelegation)), Answers(200, typeof(Delegation))]
    [AllowedTo(RoleSet.Staff)]
    [Refuses(typeof(DelegationRefusals), nameof(DelegationRefusals.Unknown))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "api/delegations/{id}")] HttpRequest request, string id, CancellationToken ct)
    {
        var revoked = await desk.RevokeAsync(id, request.Caller(), ct);
        return revoked.Try(out var delegation, out var refusal) ? TypedResults.Json(delegation, OfficeJson.Options) : refusal.ToProblem();
    }
}
