using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Identity;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;

namespace PublicAdmin.Payments.Refunds;

/// <summary>GET /api/offices/{office}/refunds: what was asked to go back, and how far each has come.</summary>
public sealed class ListRefunds(RefundStore refunds)
{
    [Function(nameof(ListRefunds)), AllowedTo(RoleSet.RefundReaders)]
    [Answers(200, typeof(PageOf<Refund>)), Refuses(typeof(PaymentRefusals), nameof(PaymentRefusals.NotYourOffice))]
    [Refuses(typeof(HttpRefusals), nameof(HttpRefusals.QueryInvalid))]
    [Reads("limit", "1 to 100, 20 unless said."), Reads("after", "The next of the page before.")]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/offices/{office}/refunds")] HttpRequest request, string office,
        CancellationToken ct)
    {
        if (!request.Caller().ScopeOf(Role.Cashier, Role.Leader, Role.Supervisor, Role.Auditor).Contains(office))
        {
            return PaymentRefusals.NotYourOffice.At("office", office).ToProblem();
        }

        return PageAsked.Of(request).Try(out var asked, out var invalid)
            ? TypedResults.Json(Shown(await refunds.OfOfficeAsync(office, asked, ct)), OfficeJson.Options) : invalid.ToProblem();
    }

    private static PageOf<Refund> Shown(PageOf<Refund> page) => page with { Items = [.. page.Items.Select(refund => refund.Shown())] };
}
