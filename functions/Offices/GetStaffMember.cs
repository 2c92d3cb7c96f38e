using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Identity;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;

namespace PublicAdmin.Offices;

/// <summary>GET /api/staff/{id}: one person's entry with its ETag, the delegations lent and received, and the latest changes.</summary>
public sealed class GetStaffMember(StaffDirectory directory)
{
    [Function(nameof(GetStaffMember)), AllowedTo(Role.Administrator, Role.Supervisor, Role.Auditor), Answers(200, typeof(StaffRecord))]
    [Refuses(typeof(StaffRefusals), nameof(StaffRefusals.Unknown))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/staff/{id}")] HttpRequest request, string id, CancellationToken ct)
    {
        var scope = request.Caller().ScopeOf(Role.Administrator, Role.Supervisor, Role.Auditor);
        if (await directory.RecordAsync(id, ct) is not { } record || !StaffRules.IsSeenFrom(scope, record.Member))
        {
            return StaffRefusals.Unknown.With(id).ToProblem();
        }

        request.HttpContext.Response.Tag(record.Tag);
        return TypedResults.Json(record, OfficeJson.Options);
    }
}

/// <summary>What the directory holds about one person.</summary>
/// <param name="Changes">The latest 20, newest first.</param>
public sealed record StaffRecord(
    StaffMember Member,
    IReadOnlyList<Delegation> Lent,
    IReadOnlyList<Delegation> Received,
    IReadOnlyList<StaffChange> Changes,
    [property: System.Text.Json.Serialization.JsonIgnore] string Tag);
