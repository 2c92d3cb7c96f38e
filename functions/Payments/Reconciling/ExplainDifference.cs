using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Forms;
using PublicAdmin.Identity;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;

namespace PublicAdmin.Payments.Reconciling;

/// <summary>
/// POST /api/payments/reconciliations/{day}/explanations: an administrator writes down what a difference was, such as a refund that settled it; only then
/// does it not stand against publishing the month.
/// </summary>
public sealed class ExplainDifference(DifferenceBook book, TimeProvider clock)
{
    private static readonly Text Day = new("ngày dạng yyyy-MM-dd", "a day, yyyy-MM-dd");

    [Function(nameof(ExplainDifference)), AllowedTo(Role.Administrator), Accepts(typeof(ExplanationForm))]
    [Answers(200, typeof(Reconciliation))]
    [Refuses(typeof(PaymentRefusals), nameof(PaymentRefusals.NotReconciled), nameof(PaymentRefusals.NoDifference), nameof(PaymentRefusals.NotYourOffice))]
    [Refuses(typeof(FieldRefusals)), Refuses(typeof(HttpRefusals))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/payments/reconciliations/{day}/explanations")] HttpRequest request, string day,
        CancellationToken ct)
    {
        var read = await request.ReadAsync<ExplanationForm>(ct);
        var explained = read.Try(out var form, out var refusal) ? await ExplainAsync(day, form, request.Caller(), ct) : refusal;
        return explained.Try(out var found, out refusal) ? TypedResults.Json(found, OfficeJson.Options) : refusal.ToProblem();
    }

    // The file is the whole province's, and so is who explains it.
    private async Task<Result<Reconciliation>> ExplainAsync(string day, ExplanationForm form, Caller caller, CancellationToken ct)
    {
        if (!caller.Has(Role.Administrator, Duty.Everywhere))
        {
            return PaymentRefusals.NotYourOffice.With(Duty.Everywhere);
        }

        return !DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var asked)
            ? HttpRefusals.QueryInvalid.At("day", "day", Day)
            : (Fields.Line("reference", form.Reference, 30) ?? PrintableText.Line("reason", form.Reason, 300)) is { } broken ? broken
            : await book.ExplainAsync(asked, new Explanation(form.Reference, form.Reason, caller.Id, clock.Instant()), ct);
    }
}

/// <param name="Reference">Of the difference, as the reconciliation names it.</param>
/// <param name="Reason">What it was; at most 300 characters.</param>
public sealed record ExplanationForm(string Reference, string Reason);
