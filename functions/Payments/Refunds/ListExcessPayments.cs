using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Dossiers;
using PublicAdmin.Identity;
using PublicAdmin.Payments.Orders;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;

namespace PublicAdmin.Payments.Refunds;

/// <summary>GET /api/offices/{office}/excess-payments: money the platform holds and no account does: paid twice, too much, or when nothing was owed.</summary>
public sealed class ListExcessPayments(OrderStore orders)
{
    [Function(nameof(ListExcessPayments)), AllowedTo(Role.Cashier, Role.Leader, Role.Supervisor, Role.Auditor)]
    [Answers(200, typeof(PageOf<ExcessView>)), Refuses(typeof(PaymentRefusals), nameof(PaymentRefusals.NotYourOffice))]
    [Refuses(typeof(HttpRefusals), nameof(HttpRefusals.QueryInvalid))]
    [Reads("limit", "1 to 100, 20 unless said."), Reads("after", "The next of the page before.")]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/offices/{office}/excess-payments")] HttpRequest request, string office,
        CancellationToken ct)
    {
        if (!request.Caller().ScopeOf(Role.Cashier, Role.Leader, Role.Supervisor, Role.Auditor).Contains(office))
        {
            return PaymentRefusals.NotYourOffice.At("office", office).ToProblem();
        }

        return PageAsked.Of(request).Try(out var asked, out var invalid)
            ? TypedResults.Json(ExcessView.Of(await orders.ExcessAsync(office, asked, ct)), OfficeJson.Options) : invalid.ToProblem();
    }
}

/// <summary>One order and the payments of it that have to go back.</summary>
/// <param name="Reference">Of the order.</param>
public sealed record ExcessView(string Reference, DossierCode Code, IReadOnlyList<PlatformPayment> Payments)
{
    internal static PageOf<ExcessView> Of(PageOf<PaymentOrder> page) => new(
        [.. page.Items.Select(order => new ExcessView(
            order.Reference, order.Code, [.. order.Excess.Select(payment => payment with { At = payment.At.Here() })]))],
        page.Next);
}
