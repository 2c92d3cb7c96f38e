using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Dossiers;
using PublicAdmin.Identity;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;

namespace PublicAdmin.Payments.Cash;

/// <summary>
/// GET /api/offices/{office}/cash/{day}: the cash of a day by collector, with its closing; who takes money there sees each receipt, a supervisor the sums.
/// </summary>
public sealed class GetCashDay(CashDays days, CashDayBook book)
{
    [Function(nameof(GetCashDay)), AllowedTo(Role.Cashier, Role.Clerk, Role.Supervisor, Role.Auditor)]
    [Answers(200, typeof(CashDayView)), Refuses(typeof(PaymentRefusals), nameof(PaymentRefusals.NotYourOffice))]
    [Refuses(typeof(HttpRefusals), nameof(HttpRefusals.QueryInvalid))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/offices/{office}/cash/{day}")] HttpRequest request, string office, string day,
        CancellationToken ct)
    {
        var caller = request.Caller();
        if (!caller.ScopeOf(Role.Cashier, Role.Clerk, Role.Supervisor, Role.Auditor).Contains(office))
        {
            return PaymentRefusals.NotYourOffice.At("office", office).ToProblem();
        }

        return CashDayAsked.Of(day).Try(out var asked, out var refusal)
            ? TypedResults.Json(await ReadAsync(office, asked, caller.Has(Role.Cashier, office) || caller.Has(Role.Clerk, office), ct), OfficeJson.Options)
            : refusal.ToProblem();
    }

    private async Task<CashDayView> ReadAsync(string office, DateOnly day, bool each, CancellationToken ct)
    {
        var collectors = new List<CollectorView>();
        foreach (var lines in (await days.ReadAsync(office, day, by: null, ct)).GroupBy(line => line.Line.By))
        {
            var receipts = lines.Select(CashReceiptView.Of).ToList();
            collectors.Add(
                new CollectorView(
                    lines.Key, receipts.Where(receipt => receipt.Holds).Sum(receipt => receipt.Amount), each ? receipts : [],
                    ClosingHere((await book.HeadAsync(office, day, lines.Key, ct)).Closing)));
        }

        return new CashDayView(office, day, collectors.Sum(collector => collector.Booked), collectors);
    }

    private static CashClosing? ClosingHere(CashClosing? closing) => closing is null ? null : closing with { At = closing.At.Here() };
}

/// <param name="Booked">Đồng of all collectors.</param>
public sealed record CashDayView(string Office, DateOnly Day, long Booked, IReadOnlyList<CollectorView> Collectors);

/// <param name="By">Directory id of the collector.</param>
/// <param name="Closing">Null while the day is open.</param>
public sealed record CollectorView(string By, long Booked, IReadOnlyList<CashReceiptView> Receipts, CashClosing? Closing);

/// <param name="Holds">False: cancelled, or its act was broken off and the number counts nothing.</param>
/// <param name="Paper">Which of the dossier's receipts is the paper for this money, from 1; null for none.</param>
/// <param name="Present">The number on that paper: another one when the receipt was replaced.</param>
public sealed record CashReceiptView(string Receipt, DossierCode Code, long Amount, DateTimeOffset At, bool Holds, int? Paper, string? Present)
{
    internal static CashReceiptView Of(CashLine line) =>
        new(line.Line.Text, line.Line.Code, line.Line.Amount, line.Line.At.Here(), line.Holds, line.Paper, line.Present);
}
