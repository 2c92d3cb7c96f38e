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
public sealed class GetCashDay(CashDays days, ReceiptBook book)
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
            var receipts = lines.Select(line => new CashReceiptView(line.Line.Text, line.Line.Code, line.Line.Amount, line.Line.At.Here(), line.Holds))
                .ToList();
            collectors.Add(
                new CollectorView(
                    lines.Key, receipts.Where(receipt => receipt.Holds).Sum(receipt => receipt.Amount), each ? receipts : [],
                    await book.ClosingAsync(office, day, lines.Key, ct)));
        }

        return new CashDayView(office, day, collectors.Sum(collector => collector.Booked), collectors);
    }
}

/// <param name="Booked">Đồng of all collectors.</param>
public sealed record CashDayView(string Office, DateOnly Day, long Booked, IReadOnlyList<CollectorView> Collectors);

/// <param name="By">Directory id of the collector.</param>
/// <param name="Closing">Null while the day is open.</param>
public sealed record CollectorView(string By, long Booked, IReadOnlyList<CashReceiptView> Receipts, CashClosing? Closing);

/// <param name="Holds">False: cancelled, or its act was broken off and the number counts nothing.</param>
public sealed record CashReceiptView(string Receipt, DossierCode Code, long Amount, DateTimeOffset At, bool Holds);
