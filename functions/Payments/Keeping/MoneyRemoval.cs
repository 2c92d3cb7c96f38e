using System.Globalization;
using PublicAdmin.Dossiers;
using PublicAdmin.Payments.Cash;
using PublicAdmin.Payments.Confirming;
using PublicAdmin.Payments.Reconciling;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Reference;
using PublicAdmin.Platform.Storage;

namespace PublicAdmin.Payments.Keeping;

/// <summary>
/// Removes the books of money when their term is over, which runs from the end of the accounting year they belong to: orders with their refunds, books of
/// receipts with their closed days, reconciliations and alarms. A book goes whole: a receipt of a dossier that is held keeps all of it. On the first night of
/// a month, since the whole table is walked through; done twice, nothing is left to do.
/// </summary>
public sealed class MoneyRemoval(OrderRemoval orders, ITables tables, KeptThings kept, TimeProvider clock)
{
    /// <summary>In the register of what is kept.</summary>
    public const string Place = "table Payments";

    private const string Json = "J";

    private readonly ITable _table = tables[Tables.Payments];

    /// <param name="isHeld">Whether nothing of a dossier may be destroyed.</param>
    /// <param name="ct">Cancels.</param>
    public async Task RunAsync(Func<DossierCode, CancellationToken, Task<bool>> isHeld, CancellationToken ct)
    {
        var today = clock.Today();
        if (today.Day != 1)
        {
            return;
        }

        var days = kept.DaysOf(Place, today);
        bool IsOver(DateOnly day) => new DateOnly(day.Year, 12, 31).AddDays(days) < today;
        var book = "";
        await foreach (var row in _table.WalkAllAsync(ct))
        {
            var parts = row.Partition.Split(':');
            if (parts is ["order", var reference])
            {
                await orders.RunAsync(reference, async (order, last) => IsOver(last) && !await isHeld(order.Code, ct), ct);
            }
            else if (parts is ["book", ..] && row.Partition != book && IsOver(DayOf(parts, row)!.Value))
            {
                await RemoveBookAsync(book = row.Partition, isHeld, ct);
            }
            else if (parts is not ["book", ..] && DayOf(parts, row) is { } day && IsOver(day))
            {
                await _table.DropAsync(row.Partition, row.Key, ct);
            }
        }
    }

    // Null for orders, which know better, and for lists, which go with what they name.
    private static DateOnly? DayOf(string[] partition, TableRow row) => partition switch
    {
        ["book" or "serials", _, var year] => EndOf(year),
        ["explained", var day] => Day(day),
        [Reconciler.Partition] => Day(row.Key),
        [PaymentAlarms.Partition] => DateOnly.FromDateTime(row.Json<PaymentAlarm>(Json)!.At.Here().DateTime),
        _ => null,
    };

    private async Task RemoveBookAsync(string book, Func<DossierCode, CancellationToken, Task<bool>> isHeld, CancellationToken ct)
    {
        var rows = await _table.ReadAllAsync(RowRange.All(book), ct).ToListAsync(ct);
        foreach (var line in rows.Where(row => row.Key[0] is 'n'))
        {
            if (await isHeld(line.Json<ReceiptLine>(Json)!.Code, ct))
            {
                return;
            }
        }

        await _table.DeleteAllAsync(rows, ct);
    }

    private static DateOnly EndOf(string year) => new(int.Parse(year, CultureInfo.InvariantCulture), 12, 31);

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
