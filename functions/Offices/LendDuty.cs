using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Identity;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;

namespace PublicAdmin.Offices;

/// <summary>POST /api/delegations: a staff member lends one of their own duties to a colleague for some days. Asked twice, it is one delegation.</summary>
public sealed class LendDuty(DelegationDesk desk)
{
    [Function(nameof(LendDuty)), AllowedTo(RoleSet.DossierStaff)]
    [Accepts(typeof(DelegationForm), MaxBytes = 8 * 1024), Answers(201, typeof(Delegation)), Refuses(typeof(DelegationRefusals)), Refuses(typeof(HttpRefusals))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/delegations")] HttpRequest request, CancellationToken ct)
    {
        var read = await request.ReadAsync<DelegationForm>(ct);
        if (!read.Try(out var form, out var unreadable))
        {
            return unreadable.ToProblem();
        }

        var lent = await desk.LendAsync(form, request.Caller(), ct);
        return lent.Try(out var delegation, out var refusal)
            ? TypedResults.Json(delegation, OfficeJson.Options, statusCode: StatusCodes.Status201Created)
            : refusal.ToProblem();
    }
}
