using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Dossiers;
using PublicAdmin.Identity;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;
using PublicAdmin.Processing.Deciding;

namespace PublicAdmin.Payments.Cash;

/// <summary>
/// POST /api/dossiers/{code}/cash: money was taken at the desk; the book gives the receipt its number. The Idempotency-Key is asked for: sent again over a
/// bad line, the same money has the same receipt.
/// </summary>
public sealed class TakeCash(ProcessingDesk desk, ReceiptBook book)
{
    [Function(nameof(TakeCash)), AllowedTo(Role.Cashier, Role.Clerk), Accepts(typeof(CashForm)), Guarded]
    [Answers(200, typeof(DossierView)), Refuses(typeof(DossierRefusals)), Refuses(typeof(FeeRefusals))]
    [Refuses(typeof(PaymentRefusals), nameof(PaymentRefusals.DayClosed))]
    [Refuses(typeof(FieldRefusals)), Refuses(typeof(HttpRefusals))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/dossiers/{code}/cash")] HttpRequest request, string code, CancellationToken ct) =>
        request.IdempotencyKey().Try(out var key, out var missing)
            ? desk.ActAsync<CashForm>(request, code, Act.RecordFee, (form, dossier, stamp, token) => DecideAsync(form, dossier, stamp, key, token), ct)
            : Task.FromResult(missing.ToProblem());

    private async ValueTask<Result<DossierEvent>> DecideAsync(CashForm form, Dossier dossier, Stamp stamp, string key, CancellationToken ct)
    {
        if (dossier.RecordFee(form.Amount, key, stamp).Refusal is { } refusal)
        {
            return refusal;
        }

        var kept = await book.KeepAsync(
            new ReceiptAsked(dossier.Places.Receipt, dossier.Code, $"{stamp.By}\n{key}", form.Amount, PaymentWay.Cash, stamp.By, stamp.At), ct);
        return kept.Try(out var line, out refusal) ? dossier.RecordFee(line.Amount, line.Text, stamp, PaymentWay.Cash) : refusal;
    }
}

/// <param name="Amount">Đồng: at most what is left to pay.</param>
public sealed record CashForm(long Amount);
