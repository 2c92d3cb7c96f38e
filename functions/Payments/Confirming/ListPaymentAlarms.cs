using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Identity;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;

namespace PublicAdmin.Payments.Confirming;

/// <summary>GET /api/payments/alarms: notices that were refused — forged, unknown, of another amount, paid twice — the newest first.</summary>
public sealed class ListPaymentAlarms(PaymentAlarms alarms)
{
    [Function(nameof(ListPaymentAlarms)), AllowedTo(Role.Administrator, Role.Auditor)]
    [Answers(200, typeof(PageOf<PaymentAlarm>)), Refuses(typeof(HttpRefusals), nameof(HttpRefusals.QueryInvalid))]
    [Reads("limit", "1 to 100, 20 unless said."), Reads("after", "The next of the page before.")]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/payments/alarms")] HttpRequest request, CancellationToken ct) =>
        PageAsked.Of(request).Try(out var asked, out var invalid)
            ? TypedResults.Json(await alarms.ListAsync(asked, ct), OfficeJson.Options) : invalid.ToProblem();
}
