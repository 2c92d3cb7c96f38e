using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Forms;
using PublicAdmin.Identity;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;

namespace PublicAdmin.Payments.Cash;

/// <summary>
/// POST /api/offices/{office}/cash/{day}/closing: a collector counts the own cash of a day; counted is booked, or the difference has a reason. Then the day
/// takes no more.
/// </summary>
public sealed class CloseCashDay(CashDays days, TimeProvider clock)
{
    [Function(nameof(CloseCashDay)), AllowedTo(Role.Cashier, Role.Clerk), Accepts(typeof(ClosingForm))]
    [Answers(200, typeof(CashClosing)), Refuses(typeof(PaymentRefusals)), Refuses(typeof(FieldRefusals)), Refuses(typeof(HttpRefusals))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/offices/{office}/cash/{day}/closing")] HttpRequest request, string office, string day,
        CancellationToken ct)
    {
        var read = await request.ReadAsync<ClosingForm>(ct);
        var closed = read.Try(out var form, out var refusal) ? await CloseAsync(request.Caller(), office, day, form, ct) : refusal;
        return closed.Try(out var closing, out refusal) ? TypedResults.Json(closing with { At = closing.At.Here() }, OfficeJson.Options) : refusal.ToProblem();
    }

    private async Task<Result<CashClosing>> CloseAsync(Caller caller, string office, string day, ClosingForm form, CancellationToken ct)
    {
        if (!caller.Has(Role.Cashier, office) && !caller.Has(Role.Clerk, office))
        {
            return PaymentRefusals.NotYourOffice.At("office", office);
        }

        if (!CashDayAsked.Of(day).Try(out var asked, out var refusal))
        {
            return refusal;
        }

        return asked > clock.Today() ? PaymentRefusals.DayAhead.At("day", asked)
            : form.Counted < 0 ? FieldRefusals.Negative.At("counted", "counted")
            : PrintableText.Length("reason", form.Reason, 300) is { } broken ? broken
            : await days.CloseAsync(office, asked, caller.Id, form.Counted, form.Reason, ct);
    }
}

/// <param name="Counted">Đồng in the drawer that were taken on the day.</param>
/// <param name="Reason">Why it is not what was booked.</param>
public sealed record ClosingForm(long Counted, string? Reason = null);

internal static class CashDayAsked
{
    private static readonly Text Day = new("ngày dạng yyyy-MM-dd", "a day, yyyy-MM-dd");

    public static Result<DateOnly> Of(string day) =>
        DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var asked)
            ? asked : HttpRefusals.QueryInvalid.At("day", "day", Day);
}
