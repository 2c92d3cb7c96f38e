using System.Globalization;
using PublicAdmin.Platform.Storage;
using PublicAdmin.Statistics.Facts;

namespace PublicAdmin.Statistics.Rollups;

/// <summary>The books of one generation as they lie in their table: reads, and the writes a roll-up is made of.</summary>
public sealed class Books(ITables tables, string generation)
{
    private const int AtOnce = 16;

    private readonly ITable _table = tables[Tables.Statistics];

    public string Partition { get; } = BookRows.PartitionOf(generation);

    public async Task<BookHead> HeadAsync(CancellationToken ct) => BookRows.ToHead(await _table.FindAsync(Partition, BookRows.HeadKey, ct));

    /// <exception cref="StaleRowException">Another roll-up came first.</exception>
    internal async Task<BookHead> MoveHeadAsync(BookHead head, CancellationToken ct)
    {
        var row = BookRows.ToHead(Partition, head);
        return head with { Tag = (await _table.WriteAsync([head.Tag is null ? RowChange.Insert(row) : RowChange.Replace(row)], ct))[0] };
    }

    public async Task<Fact?> FindFactAsync(string code, CancellationToken ct) =>
        await _table.FindAsync(Partition, BookRows.FactKey(code), ct) is { } row ? BookRows.ToFact(row) : null;

    /// <summary>Every fact, by code.</summary>
    public IAsyncEnumerable<Fact> FactsAsync(CancellationToken ct) =>
        _table.ReadAllAsync(RowRange.Prefix(Partition, BookRows.FactPrefix), ct).Select(BookRows.ToFact);

    /// <summary>Facts whose code begins with an office and a day before one, behind a code; all there are when no office is named.</summary>
    public async Task<(IReadOnlyList<Fact> Facts, bool More)> FactsOfAsync(string office, string? after, DateOnly before, int most, CancellationToken ct)
    {
        var range = office.Length > 0
            ? new RowRange(
                Partition, BookRows.FactKey($"{office}-"), BookRows.FactKey(string.Create(CultureInfo.InvariantCulture, $"{office}-{before:yyMMdd}")))
            : RowRange.Prefix(Partition, BookRows.FactPrefix);
        var page = await _table.ScanAsync(range.After(after is null ? null : BookRows.FactKey(after)), most, ct);
        return ([.. page.Rows.Select(BookRows.ToFact)], page.More);
    }

    /// <summary>Codes of dossiers an office has had although they begin with another's.</summary>
    public async Task<(IReadOnlyList<string> Codes, bool More)> ElsewhereAsync(string office, string? after, int most, CancellationToken ct)
    {
        var prefix = $"{BookRows.ElsewherePrefix}{office}|";
        var page = await _table.ScanAsync(RowRange.Prefix(Partition, prefix).After(after is null ? null : prefix + after), most, ct);
        return ([.. page.Rows.Select(row => row.Key[prefix.Length..])], page.More);
    }

    /// <summary>Rows of the roll-ups between two times, both included.</summary>
    public IAsyncEnumerable<(CellKey Key, Tally Tally)> CellsAsync(CellKey first, string lastTime, CancellationToken ct) =>
        CellsIn(new RowRange(Partition, first.ToRowKey(), (first with { Time = lastTime }).ToRowKey() + "}"), ct);

    /// <summary>All rows of one sort in an office.</summary>
    public IAsyncEnumerable<(CellKey Key, Tally Tally)> CellsAsync(View view, string office, Dimension dimension, Slot slot, CancellationToken ct) =>
        CellsIn(RowRange.Prefix(Partition, CellKey.PrefixOf(view, office, dimension, slot)), ct);

    /// <summary>Every row of the roll-ups, by key.</summary>
    public IAsyncEnumerable<(CellKey Key, Tally Tally)> AllCellsAsync(CancellationToken ct) => CellsIn(RowRange.Prefix(Partition, CellKey.Prefix), ct);

    internal async Task<Dictionary<CellKey, RollUpCell>> FindCellsAsync(IEnumerable<CellKey> keys, CancellationToken ct)
    {
        var found = new System.Collections.Concurrent.ConcurrentDictionary<CellKey, RollUpCell>();
        await Parallel.ForEachAsync(keys, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = ct }, async (key, token) =>
            found[key] = await _table.FindAsync(Partition, key.ToRowKey(), token) is { } row ? BookRows.ToCell(row) : new RollUpCell(new Tally(), 0, null));
        return new(found);
    }

    internal async Task<List<Fact>> PendingAsync(BookHead head, CancellationToken ct) =>
        await _table.ReadAllAsync(RowRange.Prefix(Partition, BookRows.PendingKey(head, "")), ct).Select(BookRows.ToFact).ToListAsync(ct);

    /// <summary>Pending facts no roll-up will take in any more.</summary>
    internal async Task<List<TableRow>> AbandonedAsync(BookHead head, CancellationToken ct) =>
        await _table.ReadAllAsync(new RowRange(Partition, BookRows.PendingPrefix, BookRows.PendingUntil(head.Sequence + 1)), ct).ToListAsync(ct);

    internal async Task WriteAsync(IEnumerable<RowChange> changes, CancellationToken ct)
    {
        foreach (var batch in changes.Chunk(TableLimits.MaxChanges))
        {
            await _table.WriteAsync(batch, ct);
        }
    }

    private IAsyncEnumerable<(CellKey Key, Tally Tally)> CellsIn(RowRange range, CancellationToken ct) =>
        _table.ReadAllAsync(range, ct).Select(row => (CellKey.Parse(row.Key), BookRows.ToCell(row).Tally));
}
