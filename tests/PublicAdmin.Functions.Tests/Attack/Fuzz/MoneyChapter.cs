using System.Globalization;
using PublicAdmin.Dossiers;
using PublicAdmin.Submission;
using PublicAdmin.Tests.Payments;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Attack.Fuzz;

/// <summary>Fees: assessed, paid in cash and on the platform, cancelled, closed, reconciled.</summary>
internal static class MoneyChapter
{
    private const string Place = DeskChapter.Place;
    private const string Cashier = $"cashier-{Place}";

    public static async Task GoAsync(FuzzedOffice office, PlatformServer platform)
    {
        platform.Now = office.Inner.Clock.GetUtcNow;
        platform.Writes = _ => []; // Differences to be explained.
        var paid = await OwingAsync(office);
        await office.SayAsync($"clerk-{Place}", $"POST /api/dossiers/{paid}/fee", new { copies = 2 });
        await office.SayAsync("mai", $"POST /api/dossiers/{paid}/payment-order");
        var order = await office.SayAsync("mai", $"GET /api/dossiers/{paid}/payment-order");
        var amount = long.Parse(order.At("amount"), CultureInfo.InvariantCulture);
        await office.SayAsync(null, "POST /api/payments/notifications", platform.Pay(order.At("reference"), office.Inner.Clock.GetUtcNow(), amount));

        await RefundAsync(office, platform);
        await CashAsync(office);
        var (booked, closed) = (await OwingAsync(office), await OwingAsync(office));
        await office.SayAsync(Cashier, $"POST /api/dossiers/{booked}/payment", new { amount = 8_000, receipt = "AA/26 0000123" });
        await office.SayAsync("mai", $"POST /api/dossiers/{closed}/withdrawal", new { reason = "Đổi ý" });
        await office.SayAsync(
            $"leader-{Place}", $"POST /api/dossiers/{closed}/fee-closure", new { outcome = "waived", ground = "Hồ sơ rút trước khi giải quyết" });
        await office.DeliverMessagesAsync();
    }

    // Paid at the counter while the money was on its way.
    private static async Task RefundAsync(FuzzedOffice office, PlatformServer platform)
    {
        var code = await OwingAsync(office);
        var reference = (await office.SayAsync("mai", $"POST /api/dossiers/{code}/payment-order")).At("reference");
        var notice = platform.Pay(reference, office.Inner.Clock.GetUtcNow());
        await office.SayAsync(Cashier, $"POST /api/dossiers/{code}/cash", new { amount = 8_000 });
        await office.SayAsync(null, "POST /api/payments/notifications", notice);
        var order = $"/api/payments/orders/{reference}";
        await office.SayAsync(Cashier, $"POST {order}/refund", new { transaction = notice.Transaction, amount = 8_000, reason = "Nộp thừa" });
        await office.SayAsync($"leader-{Place}", $"POST {order}/refund-decision", new { transaction = notice.Transaction, approve = true });
    }

    private static async Task CashAsync(FuzzedOffice office)
    {
        var code = await OwingAsync(office);
        var view = await office.SayAsync(Cashier, $"POST /api/dossiers/{code}/cash", new { amount = 8_000 });
        await office.SayAsync("mai", $"GET /api/dossiers/{code}/receipts/1");
        var receipt = view.At("fee", "receipts", "0", "number");
        await office.SayAsync(Cashier, $"POST /api/dossiers/{code}/receipt-cancellation", new { receipt, reason = "Sai tên", replace = true });
        var day = $"/api/offices/{office.OfficeOf(Cashier)}/cash/2026-11-20";
        await office.SayAsync(Cashier, $"GET {day}");
        await office.SayAsync(Cashier, $"POST {day}/closing", new { counted = 16_000 });
    }

    private static async Task<string> OwingAsync(FuzzedOffice office)
    {
        var code = (await office.As($"clerk-{Place}").FileAsync(new FilingForm(
            "2.000635", office.OfficeOf($"clerk-{Place}"), Filings.Mai, Channel.Counter, ResidenceUnit: Filings.MuongAng,
            PlaceUnit: Filings.MuongAng, ReturnWay: ReturnWay.Counter, Form: ExampleAnswers.Of("2.000635"), Fee: new FeeFactsForm(1)))).Code;
        await office.SayAsync($"clerk-{Place}", $"POST /api/dossiers/{code}/acceptance");
        return code.ToString();
    }
}
