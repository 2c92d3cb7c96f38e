using System.Globalization;
using System.Text.Json;
using PublicAdmin.Dossiers;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;
using PublicAdmin.Platform.Storage;

namespace PublicAdmin.Payments.Orders;

/// <summary>An order as it was read.</summary>
/// <param name="AskAt">When the platform is to be asked; null when it is not.</param>
public sealed record StoredOrder(PaymentOrder Order, DateTimeOffset? AskAt, string? Tag);

/// <summary>
/// Table Payments: one partition per order; the present order of each dossier; those to ask about, by time; those paid on each day. Lists are written
/// before the order, so that dying in between leaves a line too many, never one too few: whoever reads a list asks the order.
/// </summary>
public sealed class OrderStore(ITables tables)
{
    private const string Json = "J";
    private const string AskAt = "AskAt";
    private const string Number = "N";
    internal const string Reference = "R";
    internal const string Head = "order";

    private readonly ITable _table = tables[Tables.Payments];

    public async Task<StoredOrder?> FindAsync(
        string reference, CancellationToken ct) => PaymentReference.IsWhole(reference) && await _table.FindAsync(OrderOf(reference), Head, ct) is { } row
        ? new StoredOrder(row.Json<PaymentOrder>(Json)!, row.InstantOrNull(AskAt), row.Tag)
        : null;

    /// <summary>The order a dossier was given last, with the tag that guards the next.</summary>
    public async Task<(StoredOrder? Order, string? Tag)> PresentAsync(
        DossierCode code, CancellationToken ct) => await _table.FindAsync(DossierOf(code), Head, ct) is { } row
        ? (await FindAsync(row.Text(Reference), ct), row.Tag)
        : (null, null);

    public Task<long> SerialAsync(string office, int year, CancellationToken ct)
    {
        var partition = string.Create(CultureInfo.InvariantCulture, $"serials:{office}:{year}");
        return Contention.UntilWrittenAsync(async () =>
        {
            var last = await _table.FindAsync(partition, Head, ct);
            var next = new TableRow(partition, Head, new Dictionary<string, object?> { [Number] = (last?.Number(Number) ?? 0) + 1 }, last?.Tag);
            await _table.WriteAsync([last is null ? RowChange.Insert(next) : RowChange.Replace(next)], ct);
            return next.Number(Number);
        }, ct);
    }

    /// <summary>Writes a new order and makes it the dossier's present one.</summary>
    /// <exception cref="StaleRowException">Another order came first; this one is shown to nobody.</exception>
    public async Task AddAsync(PaymentOrder order, string? presentTag, CancellationToken ct)
    {
        await SaveAsync(new StoredOrder(order, null, null), order, order.AskNextAfter(order.MadeAt), ct);
        var present = new TableRow(DossierOf(order.Code), Head, new Dictionary<string, object?> { [Reference] = order.Reference }, presentTag);
        await _table.WriteAsync([presentTag is null ? RowChange.Insert(present) : RowChange.Replace(present)], ct);
    }

    /// <exception cref="StaleRowException">Somebody else changed it first.</exception>
    public async Task SaveAsync(StoredOrder before, PaymentOrder order, DateTimeOffset? askAt, CancellationToken ct)
    {
        if (askAt is { } next)
        {
            await _table.WriteAsync([RowChange.Upsert(Line(Asking, $"{Ticks(next)}|{order.Reference}", order.Reference))], ct);
        }

        if (order is { IsSettled: true, Payment: { } payment })
        {
            await _table.WriteAsync([RowChange.Upsert(Line(DayOf(DateOnly.FromDateTime(payment.At.Here().DateTime)), order.Reference, order.Reference))], ct);
        }

        if (order.Excess.Any())
        {
            await _table.WriteAsync([RowChange.Upsert(Line(ExcessOf(order.Office), order.Reference, order.Reference))], ct);
        }

        var values = new Dictionary<string, object?> { [Json] = JsonSerializer.Serialize(order, OfficeJson.Stored), [AskAt] = askAt };
        var row = new TableRow(OrderOf(order.Reference), Head, values, before.Tag);
        await _table.WriteAsync([before.Tag is null ? RowChange.Insert(row) : RowChange.Replace(row)], ct);
    }

    /// <summary>References whose time to ask has come, each with the row that says so.</summary>
    public async Task<IReadOnlyList<(string Reference, string Key)>> ToAskAsync(DateTimeOffset now, int limit, CancellationToken ct)
    {
        var page = await _table.ScanAsync(new RowRange(Asking, "", $"{Ticks(now)}~"), limit, ct);
        return [.. page.Rows.Select(row => (row.Text(Reference), row.Key))];
    }

    public async Task AskedAsync(string key, CancellationToken ct)
    {
        if (await _table.FindAsync(Asking, key, ct) is not null)
        {
            await _table.WriteAsync([RowChange.Delete(Asking, key)], ct);
        }
    }

    /// <summary>Orders settled by a payment of a day.</summary>
    public async Task<IReadOnlyList<StoredOrder>> PaidOnAsync(DateOnly day, CancellationToken ct)
    {
        var orders = new List<StoredOrder>();
        await foreach (var row in _table.ReadAllAsync(RowRange.All(DayOf(day)), ct))
        {
            if (await FindAsync(row.Text(Reference), ct) is { Order: { IsSettled: true, Payment: { } payment } } stored
                && DateOnly.FromDateTime(payment.At.Here().DateTime) == day)
            {
                orders.Add(stored);
            }
        }

        return orders;
    }

    /// <summary>Orders of an office for which the platform holds money that no account does.</summary>
    public async Task<PageOf<PaymentOrder>> ExcessAsync(string office, PageAsked asked, CancellationToken ct)
    {
        var page = await _table.ScanAsync(RowRange.All(ExcessOf(office)).After(asked.After), asked.Limit, ct);
        var orders = await page.Rows.ToAsyncEnumerable().Select(async (row, token) => await FindAsync(row.Text(Reference), token)).ToListAsync(ct);
        var left = orders.OfType<StoredOrder>().Select(stored => stored.Order).Where(order => order.Excess.Any());
        return new([.. left], page.More ? PageAsked.CursorOf(page.Rows[^1].Key) : null);
    }

    internal const string Asking = "asking";

    private static TableRow Line(string partition, string key, string reference) =>
        new(partition, key, new Dictionary<string, object?> { [Reference] = reference });

    internal static string Ticks(DateTimeOffset at) => string.Create(CultureInfo.InvariantCulture, $"{at.UtcTicks:D19}");

    internal static string OrderOf(string reference) => $"order:{reference}";

    internal static string DossierOf(DossierCode code) => $"dossier:{code}";

    internal static string ExcessOf(string office) => $"excess:{office}";

    internal static string DayOf(DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"paid:{day:yyyy-MM-dd}");
}
