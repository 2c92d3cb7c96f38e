using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Dossiers;
using PublicAdmin.Dossiers.Rows;
using PublicAdmin.Identity;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;

namespace PublicAdmin.Payments.Orders;

/// <summary>
/// POST /api/dossiers/{code}/payment-order: what is left to pay as an order of the payment platform, with the page to pay on and a QR code for a bank's app.
/// Asked again it is the same order until it is paid, it expires after 24 hours, or the amount changes.
/// </summary>
public sealed class MakePaymentOrder(DossierReader reader, OrderDesk desk, TimeProvider clock)
{
    [Function(nameof(MakePaymentOrder)), AllowedTo(Role.Citizen, Role.Clerk, Role.Cashier)]
    [Answers(200, typeof(PaymentOrderView)), Refuses(typeof(DossierRefusals), nameof(DossierRefusals.NotFound), nameof(DossierRefusals.WrongPhase))]
    [Refuses(typeof(PaymentRefusals), nameof(PaymentRefusals.AmountUnknown), nameof(PaymentRefusals.NoPlatform))]
    [Refuses(typeof(FeeRefusals), nameof(FeeRefusals.NothingOwed))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/dossiers/{code}/payment-order")] HttpRequest request, string code, CancellationToken ct)
    {
        var opened = await reader.OpenAsync(code, request.Caller(), "payment", ct);
        if (!opened.Try(out var stored, out var refusal) || !(await desk.MakeAsync(stored.Dossier, ct)).Try(out var made, out refusal))
        {
            return refusal.ToProblem();
        }

        return TypedResults.Json(PaymentOrderView.Of(made.Order, clock.GetUtcNow(), made.Page), OfficeJson.Options);
    }
}
