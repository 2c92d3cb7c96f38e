using System.Globalization;
using System.Text.Json;
using PublicAdmin.Payments.Confirming;
using PublicAdmin.Payments.Gateway;
using PublicAdmin.Payments.Orders;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Storage;

namespace PublicAdmin.Payments.Reconciling;

/// <summary>Holds our day against the platform's file: success is settled only when both say the same.</summary>
public sealed class Reconciler(
    OrderStore orders, IPaymentPlatform platform, PaymentConfirming confirming, RefundReconciler refunds, ITables tables, TimeProvider clock)
{
    internal const string Partition = "reconciled";
    private const string Json = "J";
    private const string FromFile = "1111111111111111";

    private readonly ITable _table = tables[Tables.Payments];

    public async Task<Reconciliation?> FindAsync(DateOnly day, CancellationToken ct) =>
        (await _table.FindAsync(Partition, KeyOf(day), ct))?.Json<Reconciliation>(Json);

    /// <summary>Again it is made anew, with what has come since.</summary>
    /// <returns>Null while the file is not there.</returns>
    public async Task<Reconciliation?> RunAsync(DateOnly day, CancellationToken ct)
    {
        if (await platform.DayAsync(day, ct) is not { } whole)
        {
            return null;
        }

        var file = whole.Where(line => !line.IsRefund).ToList();
        var repaired = await RepairAsync(file, ct);
        var found = Compare(await orders.PaidOnAsync(day, ct), file, repaired);
        foreach (var stored in found.Matched)
        {
            await orders.SaveAsync(stored, stored.Order with { Reconciled = day }, stored.AskAt, ct);
        }

        var made = new Reconciliation(
            day, clock.Instant(), found.Matched.Count, found.Matched.Sum(stored => stored.Order.Payment!.Amount),
            [.. found.Differences, .. await refunds.RunAsync(day, [.. whole.Where(line => line.IsRefund)], ct)]);
        var json = new Dictionary<string, object?> { [Json] = JsonSerializer.Serialize(made, OfficeJson.Stored) };
        await _table.WriteAsync([RowChange.Upsert(new TableRow(Partition, KeyOf(day), json))], ct);
        return made;
    }

    private async Task<HashSet<string>> RepairAsync(IReadOnlyList<SettledLine> file, CancellationToken ct)
    {
        var repaired = new HashSet<string>(StringComparer.Ordinal);
        foreach (var line in file)
        {
            if (await orders.FindAsync(line.Reference, ct) is { Order: var order } && !order.Knows(line.Payment)
                && (await confirming.SettleAsync(line.Reference, new PlatformAnswer(PlatformState.Paid, line.Payment), FromFile, ct)).Refusal is null)
            {
                repaired.Add(line.Reference);
            }
        }

        return repaired;
    }

    internal static (IReadOnlyList<StoredOrder> Matched, IReadOnlyList<Difference> Differences) Compare(
        IReadOnlyList<StoredOrder> ours, IReadOnlyList<SettledLine> theirs, IReadOnlySet<string> repaired)
    {
        var known = ours.ToDictionary(stored => stored.Order.Reference);
        var file = theirs.ToLookup(line => line.Reference);
        var differences = ours.Where(stored => !file.Contains(stored.Order.Reference))
            .Select(stored => new Difference(DifferenceKind.OnlyOurs, stored.Order.Reference, stored.Order.Payment!.Amount, null)).ToList();
        var matched = new List<StoredOrder>();
        foreach (var lines in file)
        {
            var (paid, amount) = (known.GetValueOrDefault(lines.Key), lines.First().Payment.Amount);
            if (KindOf(paid, [.. lines], repaired.Contains(lines.Key)) is { } kind)
            {
                differences.Add(
                    new Difference(kind, lines.Key, paid?.Order.Payment!.Amount, lines.Sum(line => line.Payment.Amount), repaired.Contains(lines.Key)));
            }

            if (paid is not null && paid.Order.Payment!.Amount == amount)
            {
                matched.Add(paid);
            }
        }

        return (matched, [.. differences.OrderBy(difference => difference.Reference, StringComparer.Ordinal)]);
    }

    private static DifferenceKind? KindOf(StoredOrder? paid, IReadOnlyList<SettledLine> lines, bool repaired) =>
        paid is null || repaired ? DifferenceKind.OnlyTheirs
        : lines.Select(line => line.Payment.Transaction).Distinct().Count() > 1 ? DifferenceKind.PaidTwice
        : paid.Order.Payment!.Amount != lines[0].Payment.Amount ? DifferenceKind.AmountDiffers
        : null;

    private static string KeyOf(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
