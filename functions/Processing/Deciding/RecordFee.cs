using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Dossiers;
using PublicAdmin.Identity;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;

namespace PublicAdmin.Processing.Deciding;

/// <summary>POST /api/dossiers/{code}/payment: a fee was paid; the receipt is recorded.</summary>
public sealed class RecordFee(ProcessingDesk desk)
{
    [Function(nameof(RecordFee)), AllowedTo(Role.Cashier, Role.Clerk, Role.System), Accepts(typeof(FeeForm)), Guarded]
    [Answers(200, typeof(DossierView)), Refuses(typeof(DossierRefusals)), Refuses(typeof(FieldRefusals)), Refuses(typeof(HttpRefusals))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/dossiers/{code}/payment")] HttpRequest request, string code, CancellationToken ct) =>
        desk.ActAsync<FeeForm>(
            request,
            code,
            Act.RecordFee,
            (form, dossier, stamp) => Fields.Line("receipt", form.Receipt, 100)
                ?? (form.Amount < 0 ? FieldRefusals.Negative.At("amount", "amount") : dossier.RecordFee(form.Amount, form.Receipt, stamp)),
            ct);
}

/// <param name="Amount">Đồng.</param>
/// <param name="Receipt">Number and symbol of the receipt.</param>
public sealed record FeeForm(long Amount, string Receipt);
