using System.Globalization;
using System.Text.Json;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;
using PublicAdmin.Platform.Storage;

namespace PublicAdmin.Payments.Cash;

/// <summary>The row a collector's day hangs on, as it was read before anything was counted.</summary>
/// <param name="Closing">Null while the day is open.</param>
public sealed record CashDayHead(CashClosing? Closing, string? Tag);

/// <summary>A receipt of the day whose money is about to be taken out of it.</summary>
public sealed record AnnouncedCancellation(string Receipt, DateTimeOffset At);

/// <summary>
/// The day of a collector in the book of receipts: whatever adds to it, or is about to take from it, changes its row, so that a closing that counted
/// without it is not written.
/// </summary>
public sealed class CashDayBook(ITables tables)
{
    private readonly ITable _table = tables[Tables.Payments];

    public async Task<CashDayHead> HeadAsync(string office, DateOnly day, string by, CancellationToken ct) =>
        await _table.FindAsync(ReceiptBook.PartitionOf(office, day.Year), ReceiptBook.DayKey(day, by), ct) is { } row
            ? new CashDayHead(row.TextOrNull(ReceiptBook.Json) is null ? null : row.Json<CashClosing>(ReceiptBook.Json), row.Tag)
            : new CashDayHead(null, null);

    /// <summary>The cash a collector took on a day, by number; null for every collector.</summary>
    public async Task<IReadOnlyList<ReceiptLine>> CashAsync(string office, DateOnly day, string? by, CancellationToken ct) =>
        await ReadAsync<ReceiptLine>(office, 'i', day, by, ct);

    /// <summary>Cancellations announced for a day; whether they came about is for each dossier to say.</summary>
    public async Task<IReadOnlyList<AnnouncedCancellation>> CancellationsAsync(string office, DateOnly day, string by, CancellationToken ct) =>
        await ReadAsync<AnnouncedCancellation>(office, 'x', day, by, ct);

    /// <summary>Says that a receipt of a day is about to be cancelled: written before the dossier says so, and never on a day that is closed.</summary>
    /// <returns>Null when it is announced.</returns>
    public Task<Refusal?> AnnounceAsync(string office, DateOnly day, string by, AnnouncedCancellation announced, CancellationToken ct)
    {
        var (partition, key) = (ReceiptBook.PartitionOf(office, day.Year), ReceiptBook.DayKey(day, by));
        var line = new TableRow(partition, $"x{key[1..]}|{RequestKeys.Shorten(announced.Receipt)}", Said(announced));
        return Contention.UntilWrittenAsync<Refusal?>(async () =>
        {
            if (await _table.FindAsync(partition, key, ct) is not { } head || head.TextOrNull(ReceiptBook.Json) is not null)
            {
                return PaymentRefusals.DayClosed.With(day);
            }

            await _table.WriteAsync([RowChange.Replace(head), RowChange.Upsert(line)], ct); // The row as it was, under a new tag.
            return null;
        }, ct);
    }

    /// <param name="head">As it was read before the day was counted.</param>
    /// <param name="lines">How many receipts the day has.</param>
    /// <exception cref="StaleRowException">The day has changed since, or is closed: count again.</exception>
    public async Task<CashClosing> CloseAsync(string office, DateOnly day, string by, CashDayHead head, CashClosing closing, int lines, CancellationToken ct)
    {
        var values = Said(closing);
        values[ReceiptBook.Number] = (long)lines;
        var row = new TableRow(ReceiptBook.PartitionOf(office, day.Year), ReceiptBook.DayKey(day, by), values, head.Tag);
        await _table.WriteAsync([head.Tag is null ? RowChange.Insert(row) : RowChange.Replace(row)], ct);
        return closing;
    }

    private async Task<IReadOnlyList<T>> ReadAsync<T>(string office, char kind, DateOnly day, string? by, CancellationToken ct)
        where T : class
    {
        var prefix = string.Create(CultureInfo.InvariantCulture, $"{kind}{day:yyyyMMdd}|{(by is null ? "" : $"{RequestKeys.Shorten(by)}|")}");
        return await _table.ReadAllAsync(RowRange.Prefix(ReceiptBook.PartitionOf(office, day.Year), prefix), ct)
            .Select(row => row.Json<T>(ReceiptBook.Json)!).ToListAsync(ct);
    }

    private static Dictionary<string, object?> Said<T>(T what) => new() { [ReceiptBook.Json] = JsonSerializer.Serialize(what, OfficeJson.Stored) };
}
