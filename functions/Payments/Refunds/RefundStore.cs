using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using PublicAdmin.Dossiers;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;
using PublicAdmin.Platform.Storage;

namespace PublicAdmin.Payments.Refunds;

/// <summary>
/// Refunds, one row for each payment that may go back, so that none goes back twice; and the lists that name them: by office, by dossier, to be asked
/// about, by the day they were paid back. Lists are written first and ask the row.
/// </summary>
public sealed class RefundStore(ITables tables)
{
    private const string Json = "J";
    private const string Order = "O";
    private const string Transaction = "T";
    private const string Ordered = "refunding";
    private const string Claims = "refundclaims";

    private readonly ITable _table = tables[Tables.Payments];

    public async Task<StoredRefund?> FindAsync(string order, string transaction, CancellationToken ct) =>
        await _table.FindAsync(PartitionOf(order), RequestKeys.Shorten(transaction), ct) is { } row ? new(row.Json<Refund>(Json)!, row.Tag) : null;

    /// <exception cref="StaleRowException">Somebody else changed it first.</exception>
    public async Task<StoredRefund> SaveAsync(Refund refund, string? tag, CancellationToken ct)
    {
        foreach (var partition in ListsOf(refund))
        {
            await _table.WriteAsync([RowChange.Upsert(Line(partition, refund))], ct);
        }

        var json = new Dictionary<string, object?> { [Json] = JsonSerializer.Serialize(refund, OfficeJson.Stored) };
        var row = new TableRow(PartitionOf(refund.Order), RequestKeys.Shorten(refund.Transaction), json, tag);
        var written = new StoredRefund(refund, (await _table.WriteAsync([tag is null ? RowChange.Insert(row) : RowChange.Replace(row)], ct))[0]);
        if (refund.State is RefundState.PaidBack or RefundState.Failed && await _table.FindAsync(Ordered, refund.Reference, ct) is not null)
        {
            await _table.WriteAsync([RowChange.Delete(Ordered, refund.Reference)], ct);
        }

        return written;
    }

    /// <summary>What was claimed of a dossier's money, refund by refund.</summary>
    public async Task<RefundClaims> ClaimsAsync(DossierCode code, CancellationToken ct) =>
        await _table.FindAsync(Claims, code.ToString(), ct) is { } row ? new(code, row.Json<RefundClaim[]>(Json)!, row.Tag) : new(code, [], null);

    /// <summary>Claims money before its refund is written, so that two of one moment see each other.</summary>
    /// <exception cref="StaleRowException">Another was claimed meanwhile: reckon again.</exception>
    public Task ClaimAsync(RefundClaims before, RefundClaim claim, CancellationToken ct)
    {
        var all = before.All.Where(one => (one.Order, one.Transaction) != (claim.Order, claim.Transaction)).Append(claim);
        var values = new Dictionary<string, object?> { [Json] = JsonSerializer.Serialize(all, OfficeJson.Stored) };
        var row = new TableRow(Claims, before.Code.ToString(), values, before.Tag);
        return _table.WriteAsync([before.Tag is null ? RowChange.Insert(row) : RowChange.Replace(row)], ct);
    }

    /// <summary>Every refund of an order's money.</summary>
    public async Task<IReadOnlyList<StoredRefund>> OfOrderAsync(string order, CancellationToken ct) => await _table
        .ReadAllAsync(RowRange.All(PartitionOf(order)), ct).Select(row => new StoredRefund(row.Json<Refund>(Json)!, row.Tag)).ToListAsync(ct);

    /// <summary>Takes a refund off every list and then away: what breaks off in between is found by its order again.</summary>
    public async Task RemoveAsync(Refund refund, CancellationToken ct)
    {
        foreach (var line in ListsOf(refund).Append(Ordered).Select(partition => Line(partition, refund)))
        {
            await _table.DropAsync(line.Partition, line.Key, ct);
        }

        await _table.DropAsync(Claims, refund.Code.ToString(), ct); // Claims hold for minutes.
        await _table.DropAsync(PartitionOf(refund.Order), RequestKeys.Shorten(refund.Transaction), ct);
    }

    public async Task<PageOf<Refund>> OfOfficeAsync(string office, PageAsked asked, CancellationToken ct)
    {
        var page = await _table.ScanAsync(RowRange.All($"refunds:{office}").After(asked.After), asked.Limit, ct);
        return new(await ReadAsync(page.Rows, ct), page.More ? PageAsked.CursorOf(page.Rows[^1].Key) : null);
    }

    public async Task<IReadOnlyList<Refund>> OfDossierAsync(DossierCode code, CancellationToken ct) =>
        await ReadAsync(await _table.ReadAllAsync(RowRange.All($"refundsof:{code}"), ct).ToListAsync(ct), ct);

    /// <summary>Since when each refund waits for the platform to say what came of it.</summary>
    public async IAsyncEnumerable<DateTimeOffset> OrderedSinceAsync([EnumeratorCancellation] CancellationToken ct)
    {
        foreach (var stored in await OrderedAsync(TableLimits.MaxPage, ct))
        {
            yield return stored.Refund.DecidedAt ?? stored.Refund.AskedAt;
        }
    }

    /// <summary>Those the platform was told to pay back, and has not said that it did.</summary>
    public async Task<IReadOnlyList<StoredRefund>> OrderedAsync(int limit, CancellationToken ct)
    {
        var found = new List<StoredRefund>();
        foreach (var row in (await _table.ScanAsync(RowRange.All(Ordered), limit, ct)).Rows)
        {
            if (await FindAsync(row.Text(Order), row.Text(Transaction), ct) is { Refund: { State: RefundState.Ordered } refund } stored
                && refund.Reference == row.Key)
            {
                found.Add(stored);
            }
        }

        return found;
    }

    public async Task<IReadOnlyList<Refund>> PaidBackOnAsync(DateOnly day, CancellationToken ct) =>
        [.. (await ReadAsync(await _table.ReadAllAsync(RowRange.All(DayOf(day)), ct).ToListAsync(ct), ct))
            .Where(refund => refund is { State: RefundState.PaidBack, Payment: { } payment } && DateOnly.FromDateTime(payment.At.Here().DateTime) == day)];

    /// <summary>By its own reference; null when no refund has it.</summary>
    public async Task<StoredRefund?> NamedAsync(string reference, CancellationToken ct) =>
        await _table.FindAsync("refundnames", reference, ct) is { } row ? await FindAsync(row.Text(Order), row.Text(Transaction), ct) : null;

    private async Task<IReadOnlyList<Refund>> ReadAsync(IReadOnlyList<TableRow> rows, CancellationToken ct)
    {
        var refunds = new List<Refund>();
        foreach (var row in rows)
        {
            if (await FindAsync(row.Text(Order), row.Text(Transaction), ct) is { Refund: var refund })
            {
                refunds.Add(refund);
            }
        }

        return refunds;
    }

    private static IEnumerable<string> ListsOf(Refund refund) =>
    [
        $"refunds:{refund.Office}", $"refundsof:{refund.Code}", "refundnames",
        .. refund.State is RefundState.Ordered ? [Ordered] : Array.Empty<string>(),
        .. refund.Payment is { } payment ? [DayOf(DateOnly.FromDateTime(payment.At.Here().DateTime))] : Array.Empty<string>(),
    ];

    private static TableRow Line(string partition, Refund refund) => new(
        partition, partition is Ordered or "refundnames" ? refund.Reference : $"{refund.Order}|{RequestKeys.Shorten(refund.Transaction)}",
        new Dictionary<string, object?> { [Order] = refund.Order, [Transaction] = refund.Transaction });

    private static string PartitionOf(string order) => $"refund:{order}";

    private static string DayOf(DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"paidback:{day:yyyy-MM-dd}");
}
