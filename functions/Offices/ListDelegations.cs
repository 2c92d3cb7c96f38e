using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Identity;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;

namespace PublicAdmin.Offices;

/// <summary>GET /api/delegations: what the caller lent and received; of somebody else only what concerns the caller's offices. Past ones included.</summary>
public sealed class ListDelegations(StaffDirectory directory)
{
    [Function(nameof(ListDelegations)), Answers(200, typeof(DelegationList))]
    [AllowedTo(RoleSet.Staff)]
    [Reads("staff", "The staff id of somebody else, for an administrator, supervisor or auditor.")]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/delegations")] HttpRequest request, CancellationToken ct)
    {
        var caller = request.Caller();
        var asked = request.Query["staff"].ToString() is { Length: > 0 } staff ? staff : caller.Id;
        var scope = caller.ScopeOf(Role.Administrator, Role.Supervisor, Role.Auditor);
        bool IsSeen(Delegation loan) => asked == caller.Id || scope.Contains(loan.Office);

        var lent = await directory.LentAsync(asked, ct);
        var received = await directory.ReceivedAsync(asked, ct);
        return TypedResults.Json(new DelegationList([.. lent.Where(IsSeen)], [.. received.Where(IsSeen)]), OfficeJson.Options);
    }
}

/// <param name="Lent">Duties the person lent to colleagues.</param>
/// <param name="Received">Duties colleagues lent to the person.</param>
public sealed record DelegationList(IReadOnlyList<Delegation> Lent, IReadOnlyList<Delegation> Received);
