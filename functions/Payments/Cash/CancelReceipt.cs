using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Dossiers;
using PublicAdmin.Forms;
using PublicAdmin.Identity;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;
using PublicAdmin.Processing.Deciding;

namespace PublicAdmin.Payments.Cash;

/// <summary>
/// POST /api/dossiers/{code}/receipt-cancellation: a receipt is replaced by another for the same money (thay thế), or cancelled because the cash was never
/// there (hủy) and its day is still open. Neither happens to a receipt twice.
/// </summary>
public sealed class CancelReceipt(ProcessingDesk desk, ReceiptBook book, CashDayBook days)
{
    [Function(nameof(CancelReceipt)), AllowedTo(Role.Cashier), Accepts(typeof(CancellationForm)), Guarded]
    [Answers(200, typeof(DossierView)), Refuses(typeof(DossierRefusals)), Refuses(typeof(FeeRefusals))]
    [Refuses(typeof(PaymentRefusals), nameof(PaymentRefusals.DayClosed))]
    [Refuses(typeof(FieldRefusals)), Refuses(typeof(HttpRefusals))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/dossiers/{code}/receipt-cancellation")] HttpRequest request, string code,
        CancellationToken ct) =>
        desk.ActAsync<CancellationForm>(request, code, Act.CancelReceipt, DecideAsync, ct);

    private async ValueTask<Result<DossierEvent>> DecideAsync(CancellationForm form, Dossier dossier, Stamp stamp, CancellationToken ct)
    {
        var broken = Fields.Line("receipt", form.Receipt, 100) ?? PrintableText.Line("reason", form.Reason, 300)
            ?? dossier.CancelReceipt(form.Receipt, form.Reason, form.Replace ? "-" : null, stamp).Refusal;
        if (broken is not null)
        {
            return broken;
        }

        var old = dossier.Fees.Receipts.First(receipt => receipt.Number == form.Receipt);
        return form.Replace ? await ReplaceAsync(form, dossier, old, stamp, ct)
            : await AnnounceAsync(dossier, dossier.Fees.OriginOf(old), stamp, ct) is { } refusal ? refusal
            : dossier.CancelReceipt(form.Receipt, form.Reason, null, stamp);
    }

    // The day hears of it before the dossier: whoever closes it at the same moment either counts the money, and this is refused, or waits for this to end.
    private Task<Refusal?> AnnounceAsync(Dossier dossier, FeeReceipt origin, Stamp stamp, CancellationToken ct) =>
        days.AnnounceAsync(dossier.Places.Receipt, DayOf(origin), origin.By!, new AnnouncedCancellation(origin.Number, stamp.At), ct);

    private static DateOnly DayOf(FeeReceipt receipt) => DateOnly.FromDateTime(receipt.At.Here().DateTime);

    private async Task<Result<DossierEvent>> ReplaceAsync(CancellationForm form, Dossier dossier, FeeReceipt old, Stamp stamp, CancellationToken ct)
    {
        // It has a number and no money of its own: no day's cash counts it.
        var kept = await book.KeepAsync(
            new ReceiptAsked(dossier.Places.Receipt, dossier.Code, $"replaces {old.Number}", old.Amount, PaymentWay.Online, stamp.By, stamp.At, old.Number),
            ct);
        return kept.Try(out var line, out var refusal) ? dossier.CancelReceipt(form.Receipt, form.Reason, line.Text, stamp) : refusal;
    }
}

/// <param name="Receipt">Symbol and number.</param>
/// <param name="Reason">The citizen reads it; at most 300 characters.</param>
/// <param name="Replace">True: a new receipt for the same money takes its place.</param>
public sealed record CancellationForm(string Receipt, string Reason, bool Replace);
