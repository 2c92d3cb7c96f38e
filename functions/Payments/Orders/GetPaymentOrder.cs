using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Dossiers;
using PublicAdmin.Dossiers.Rows;
using PublicAdmin.Identity;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;

namespace PublicAdmin.Payments.Orders;

/// <summary>GET /api/dossiers/{code}/payment-order: how far the payment order made last has come; the page the citizen comes back to asks this.</summary>
public sealed class GetPaymentOrder(DossierReader reader, OrderDesk desk, TimeProvider clock)
{
    [Function(nameof(GetPaymentOrder)), AllowedTo(RoleSet.FeeReaders)]
    [Answers(200, typeof(PaymentOrderView)), Refuses(typeof(DossierRefusals), nameof(DossierRefusals.NotFound))]
    [Refuses(typeof(PaymentRefusals), nameof(PaymentRefusals.NoOrder))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/dossiers/{code}/payment-order")] HttpRequest request, string code,
        CancellationToken ct)
    {
        var opened = await reader.OpenAsync(code, request.Caller(), "payment", ct);
        if (!opened.Try(out var stored, out var refusal))
        {
            return refusal.ToProblem();
        }

        return await desk.PresentAsync(stored.Dossier.Code, ct) is { } order
            ? TypedResults.Json(PaymentOrderView.Of(order, clock.GetUtcNow()), OfficeJson.Options)
            : PaymentRefusals.NoOrder.With(code).ToProblem();
    }
}
