using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Forms;
using PublicAdmin.Identity;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;

namespace PublicAdmin.Payments.Refunds;

/// <summary>
/// POST /api/payments/orders/{reference}/refund: a cashier asks that a payment goes back through the platform; sent again, it is the same one. Another
/// person decides.
/// </summary>
public sealed class AskForRefund(RefundDesk desk)
{
    [Function(nameof(AskForRefund)), AllowedTo(Role.Cashier), Accepts(typeof(RefundForm))]
    [Answers(200, typeof(Refund)), Refuses(typeof(PaymentRefusals)), Refuses(typeof(FieldRefusals)), Refuses(typeof(HttpRefusals))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/payments/orders/{reference}/refund")] HttpRequest request, string reference,
        CancellationToken ct)
    {
        var read = await request.ReadAsync<RefundForm>(ct);
        var asked = !read.Try(out var form, out var refusal) ? refusal
            : (PrintableText.Line("transaction", form.Transaction, 100) ?? PrintableText.Line("reason", form.Reason, 300)) is { } broken ? broken
            : await desk.AskAsync(reference, form, request.Caller(), ct);
        return asked.Try(out var refund, out refusal) ? TypedResults.Json(refund.Shown(), OfficeJson.Options) : refusal.ToProblem();
    }
}

/// <param name="Transaction">The platform's own number of the payment that is to go back.</param>
/// <param name="Amount">Đồng; of money that no account holds, the whole of it.</param>
/// <param name="Reason">At most 300 characters.</param>
public sealed record RefundForm(string Transaction, long Amount, string Reason);
