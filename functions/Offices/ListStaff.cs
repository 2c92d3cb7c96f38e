using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Identity;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;

namespace PublicAdmin.Offices;

/// <summary>GET /api/staff: the people of an office, or of the whole province for those who see it, page by page.</summary>
public sealed class ListStaff(StaffDirectory directory)
{
    private const int Most = 100;

    [Function(nameof(ListStaff)), AllowedTo(Role.Administrator, Role.Supervisor, Role.Leader, Role.Auditor), Answers(200, typeof(StaffPage))]
    [Refuses(typeof(StaffRefusals), nameof(StaffRefusals.ListWithoutOffice), nameof(StaffRefusals.OutOfScope))]
    [Refuses(typeof(HttpRefusals), nameof(HttpRefusals.QueryInvalid))]
    [Reads("office", "The office's code; unasked, the only office the caller sees, or the province.")]
    [Reads("after", "The cursor of the page before.")]
    [Reads("limit", "How many people to look at, 1 to 100; 50 unless asked.")]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/staff")] HttpRequest request, CancellationToken ct)
    {
        if (request.Read("limit", Most, out var limit) is { } invalid)
        {
            return invalid.ToProblem();
        }

        var scope = request.Caller().ScopeOf(Role.Administrator, Role.Supervisor, Role.Leader, Role.Auditor);
        return OfficeFor(scope, request.Query["office"]).Try(out var office, out var refusal)
            ? TypedResults.Json(await directory.ListAsync(office, request.Query["after"], limit ?? 50, ct), OfficeJson.Options)
            : refusal.ToProblem();
    }

    private static Result<string> OfficeFor(Scope scope, string? asked) =>
        !string.IsNullOrEmpty(asked) ? scope.Contains(asked) ? asked : StaffRefusals.OutOfScope.At("office", asked)
        : scope.Everywhere ? Duty.Everywhere
        : scope.Offices is [var only] ? only
        : StaffRefusals.ListWithoutOffice.At("office", string.Join(", ", scope.Offices));
}
