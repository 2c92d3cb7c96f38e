using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Dossiers;
using PublicAdmin.Identity;
using PublicAdmin.Payments.Orders;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;

namespace PublicAdmin.Payments.Refunds;

/// <summary>
/// GET /api/offices/{office}/excess-payments: money the platform holds and no account does: paid twice, too much, or when nothing was owed. What has gone
/// back is left out.
/// </summary>
public sealed class ListExcessPayments(OrderStore orders, RefundStore refunds)
{
    [Function(nameof(ListExcessPayments)), AllowedTo(RoleSet.RefundReaders)]
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
            ? TypedResults.Json(await StillHereAsync(await orders.ExcessAsync(office, asked, ct), ct), OfficeJson.Options) : invalid.ToProblem();
    }

    private async Task<PageOf<ExcessView>> StillHereAsync(PageOf<PaymentOrder> page, CancellationToken ct)
    {
        var views = new List<ExcessView>();
        foreach (var order in page.Items)
        {
            var here = await order.Excess.ToAsyncEnumerable().Where(async (payment, token) =>
                await refunds.FindAsync(order.Reference, payment.Transaction, token) is not { Refund.State: RefundState.PaidBack }).ToListAsync(ct);
            if (here.Count > 0)
            {
                views.Add(new(order.Reference, order.Code, [.. here.Select(payment => payment with { At = payment.At.Here() })]));
            }
        }

        return new(views, page.Next);
    }
}

/// <summary>One order and the payments of it that have to go back.</summary>
/// <param name="Reference">Of the order.</param>
public sealed record ExcessView(string Reference, DossierCode Code, IReadOnlyList<PlatformPayment> Payments);
