using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Identity;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;

namespace PublicAdmin.Offices;

/// <summary>
/// GET /api/offices/{office}/colleagues: the names and roles of an office's people, for those who work there or watch over it: lists show names, never ids.
/// </summary>
public sealed class ListColleagues(StaffDirectory directory, TimeProvider clock)
{
    private const int Most = 200;

    private static readonly Role[] Readers = [
        Role.Clerk, Role.Officer, Role.Leader, Role.Registrar, Role.Cashier, Role.Supervisor, Role.Auditor, Role.Administrator];

    [Function(nameof(ListColleagues))]
    [AllowedTo(RoleSet.Staff)]
    [Answers(200, typeof(ColleagueList)), Refuses(typeof(StaffRefusals), nameof(StaffRefusals.OutOfScope))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/offices/{office}/colleagues")] HttpRequest request, string office,
        CancellationToken ct)
    {
        if (!request.Caller().ScopeOf(Readers).Contains(office))
        {
            return StaffRefusals.OutOfScope.At("office", office).ToProblem();
        }

        var today = clock.Today();
        var page = await directory.ListAsync(office, null, Most, ct);
        return TypedResults.Json(new ColleagueList([.. page.Items.Select(member => Colleague.Of(member, office, today))]), OfficeJson.Options);
    }
}

public sealed record ColleagueList(IReadOnlyList<Colleague> Items);

/// <summary>Somebody one works with.</summary>
/// <param name="Roles">Held in the office today, by own appointment.</param>
public sealed record Colleague(string Id, string Name, IReadOnlyList<Role> Roles)
{
    public static Colleague Of(StaffMember member, string office, DateOnly day) =>
        new(member.Id, member.Name, [.. member.Duties.Where(duty => duty.Office == office && duty.Holds(day)).Select(duty => duty.Role).Distinct()]);
}
