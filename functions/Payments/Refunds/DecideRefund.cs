using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Forms;
using PublicAdmin.Identity;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;

namespace PublicAdmin.Payments.Refunds;

/// <summary>
/// POST /api/payments/orders/{reference}/refund-decision: somebody other than who asked approves a refund, which is then ordered from the platform, or
/// refuses it with a reason.
/// </summary>
public sealed class DecideRefund(RefundDesk desk)
{
    [Function(nameof(DecideRefund)), AllowedTo(Role.Leader, Role.Cashier), Accepts(typeof(RefundDecisionForm))]
    [Answers(200, typeof(Refund)), Refuses(typeof(PaymentRefusals)), Refuses(typeof(FieldRefusals)), Refuses(typeof(HttpRefusals))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/payments/orders/{reference}/refund-decision")] HttpRequest request,
        string reference, CancellationToken ct)
    {
        var read = await request.ReadAsync<RefundDecisionForm>(ct);
        var decided = !read.Try(out var form, out var refusal) ? refusal
            : Broken(form) is { } broken ? broken
            : await desk.DecideAsync(reference, form, request.Caller(), ct);
        return decided.Try(out var refund, out refusal) ? TypedResults.Json(refund.Shown(), OfficeJson.Options) : refusal.ToProblem();
    }

    private static Refusal? Broken(RefundDecisionForm form) =>
        PrintableText.Line("transaction", form.Transaction, 100) ?? (form.Approve ? null : PrintableText.Line("reason", form.Reason ?? "", 300));
}

/// <param name="Transaction">The platform's own number of the payment.</param>
/// <param name="Reason">Why not; left out when it is approved.</param>
public sealed record RefundDecisionForm(string Transaction, bool Approve, string? Reason = null);
