using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Dossiers;
using PublicAdmin.Forms;
using PublicAdmin.Identity;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;
using PublicAdmin.Submission;

namespace PublicAdmin.Processing.Deciding;

/// <summary>
/// POST /api/dossiers/{code}/payment: a fee was paid; the receipt is recorded, each number once in the office and never more than what is owed.
/// It may come after the result was returned, or the dossier withdrawn.
/// </summary>
public sealed class RecordFee(ProcessingDesk desk, ReceiptNumbers numbers)
{
    [Function(nameof(RecordFee)), AllowedTo(Role.Cashier, Role.Clerk, Role.System), Accepts(typeof(FeeForm)), Guarded]
    [Answers(200, typeof(DossierView)), Refuses(typeof(DossierRefusals)), Refuses(typeof(FeeRefusals)), Refuses(typeof(FieldRefusals))]
    [Refuses(typeof(HttpRefusals))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/dossiers/{code}/payment")] HttpRequest request, string code, CancellationToken ct) =>
        desk.ActAsync<FeeForm>(request, code, Act.RecordFee, DecideAsync, ct);

    private async ValueTask<Result<DossierEvent>> DecideAsync(FeeForm form, Dossier dossier, Stamp stamp, CancellationToken ct)
    {
        if ((PrintableText.Line("receipt", form.Receipt, 100)
            ?? (ReceiptNumber.IsOurs(form.Receipt) ? FeeRefusals.ReceiptOurs.At("receipt", form.Receipt) : null)) is { } broken)
        {
            return broken;
        }

        var decision = dossier.RecordFee(form.Amount, form.Receipt, stamp);
        return decision.Refusal is null && await numbers.KeepAsync(dossier.Places.Receipt, form.Receipt, dossier.Code, ct) is { } holder
            ? FeeRefusals.ReceiptTaken.At("receipt", form.Receipt, holder)
            : decision;
    }
}

/// <param name="Amount">Đồng.</param>
/// <param name="Receipt">Number and symbol of the receipt.</param>
public sealed record FeeForm(long Amount, string Receipt);
