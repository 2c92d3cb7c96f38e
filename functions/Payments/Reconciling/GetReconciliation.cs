using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Identity;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;

namespace PublicAdmin.Payments.Reconciling;

/// <summary>GET /api/payments/reconciliations/{day}: what both sides say of the payments of a day, with every difference by its reference.</summary>
public sealed class GetReconciliation(DifferenceBook book)
{
    private static readonly Text Day = new("ngày dạng yyyy-MM-dd", "a day, yyyy-MM-dd");

    [Function(nameof(GetReconciliation)), AllowedTo(Role.Administrator, Role.Auditor, Role.Supervisor)]
    [Answers(200, typeof(Reconciliation)), Refuses(typeof(PaymentRefusals), nameof(PaymentRefusals.NotReconciled))]
    [Refuses(typeof(HttpRefusals), nameof(HttpRefusals.QueryInvalid))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/payments/reconciliations/{day}")] HttpRequest request, string day,
        CancellationToken ct)
    {
        if (!DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var asked))
        {
            return HttpRefusals.QueryInvalid.At("day", "day", Day).ToProblem();
        }

        return await book.FindAsync(asked, ct) is { } found
            ? TypedResults.Json(found, OfficeJson.Options) : PaymentRefusals.NotReconciled.With(asked).ToProblem();
    }
}
