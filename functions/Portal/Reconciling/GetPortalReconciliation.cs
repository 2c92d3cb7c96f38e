using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Identity;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;

namespace PublicAdmin.Portal.Reconciling;

/// <summary>GET /api/portal/reconciliations/{day}: how many of the dossiers received on a day stand at the National Portal alike, by office.</summary>
public sealed class GetPortalReconciliation(PortalReconciler reconciler)
{
    [Function(nameof(GetPortalReconciliation)), AllowedTo(Role.Administrator, Role.Supervisor, Role.Auditor)]
    [Answers(200, typeof(PortalReconciliation)), Refuses(typeof(PortalRefusals), nameof(PortalRefusals.NotReconciled))]
    [Refuses(typeof(HttpRefusals), nameof(HttpRefusals.QueryInvalid))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/portal/reconciliations/{day}")] HttpRequest request, string day,
        CancellationToken ct) =>
        !PortalDay.Of(day).Try(out var asked, out var refusal) ? refusal.ToProblem()
            : await reconciler.FindAsync(asked, ct) is { } found ? TypedResults.Json(found with { At = found.At.Here() }, OfficeJson.Options)
            : PortalRefusals.NotReconciled.With(asked).ToProblem();
}

internal static class PortalDay
{
    private static readonly Text Day = new("ngày dạng yyyy-MM-dd", "a day, yyyy-MM-dd");

    public static Result<DateOnly> Of(string day) =>
        DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var asked)
            ? asked : HttpRefusals.QueryInvalid.At("day", "day", Day);
}
