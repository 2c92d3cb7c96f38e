using System.Text.Json;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Storage;

namespace PublicAdmin.Statistics.Rollups;

/// <summary>A rebuilding of the books from the events, as far as it has come.</summary>
/// <param name="Generation">Where the new books are written.</param>
/// <param name="After">The last dossier taken in; null before the first.</param>
/// <param name="Dossiers">How many were.</param>
/// <param name="Done">All were; what is left is to compare.</param>
public sealed record Rebuilding(string Generation, string? After, long Dossiers, DateTimeOffset StartedAt, bool Done);

/// <summary>How the last rebuilding ended.</summary>
/// <param name="Equal">The new books were the old ones, byte for byte.</param>
/// <param name="Sha256">Of the new books (<see cref="BookExport"/>).</param>
public sealed record Rebuilt(DateTimeOffset StartedAt, DateTimeOffset EndedAt, long Dossiers, bool Equal, string Sha256, string Sha256Before);

/// <summary>Which books are the present ones, and which are being rebuilt.</summary>
public sealed class BookShelf(ITables tables, TimeProvider clock)
{
    private const string Partition = "books";
    private const string PresentKey = "present";
    private const string RebuildingKey = "rebuilding";
    private const string RebuiltKey = "rebuilt";
    private const string Generation = "G";
    private const string Counted = "M";
    private const string Json = "J";
    private const string LeftPrefix = "left|";
    private const string First = "1";

    private readonly ITable _table = tables[Tables.Statistics];

    public async Task<Books> PresentAsync(CancellationToken ct) =>
        new(tables, await _table.FindAsync(Partition, PresentKey, ct) is { } row ? row.Text(Generation) : First);

    /// <summary>The present ones, and those that are being rebuilt: both hear of every change.</summary>
    public async Task<IReadOnlyList<Books>> OpenAsync(CancellationToken ct) =>
        await RebuildingAsync(ct) is { Work: { } work } ? [await PresentAsync(ct), new Books(tables, work.Generation)] : [await PresentAsync(ct)];

    public async Task<(Rebuilding? Work, string? Tag)> RebuildingAsync(CancellationToken ct) =>
        await _table.FindAsync(Partition, RebuildingKey, ct) is { } row ? (row.Json<Rebuilding>(Json), row.Tag) : (null, null);

    public async Task<Rebuilt?> RebuiltAsync(CancellationToken ct) => (await _table.FindAsync(Partition, RebuiltKey, ct))?.Json<Rebuilt>(Json);

    public Books Of(Rebuilding work) => new(tables, work.Generation);

    /// <summary>
    /// Whether the present books count all that is counted today: an office that was open before there were any, or before this version counted more, makes
    /// them anew.
    /// </summary>
    public async Task<bool> AreWholeAsync(CancellationToken ct) =>
        await _table.FindAsync(Partition, PresentKey, ct) is { } row && row.NumberOrNull(Counted) == Measures.All.Count;

    /// <returns>The work under way: the one begun now, or one that was already.</returns>
    public async Task<Rebuilding> BeginAsync(CancellationToken ct)
    {
        if (await RebuildingAsync(ct) is { Work: { } already })
        {
            return already;
        }

        var now = clock.Instant();
        var work = new Rebuilding(Guid.NewGuid().ToString("N")[..12], null, 0, now, false); // A name of its own: two of one instant must not meet.
        try
        {
            await _table.WriteAsync([RowChange.Insert(Row(RebuildingKey, work))], ct);
            return work;
        }
        catch (StaleRowException)
        {
            return (await RebuildingAsync(ct)).Work ?? work;
        }
    }

    /// <exception cref="StaleRowException">Another instance does the same work.</exception>
    public Task ContinueAsync(Rebuilding work, string? tag, CancellationToken ct) =>
        _table.WriteAsync([RowChange.Replace(Row(RebuildingKey, work) with { Tag = tag })], ct);

    /// <summary>Ends the work: the new books become the present ones, the old are left to be cleared away.</summary>
    public async Task EndAsync(Rebuilding work, Rebuilt rebuilt, CancellationToken ct)
    {
        var old = await _table.FindAsync(Partition, PresentKey, ct) is { } row ? row.Text(Generation) : First;
        await _table.WriteAsync([RowChange.Upsert(new TableRow(Partition, LeftPrefix + old, new Dictionary<string, object?>())), .. EndOf(work, rebuilt)], ct);
    }

    /// <summary>Clears away books that were replaced, a stretch at a time.</summary>
    public async Task ForgetLeftAsync(CancellationToken ct)
    {
        foreach (var left in (await _table.ScanAsync(RowRange.Prefix(Partition, LeftPrefix), TableLimits.MaxPage, ct)).Rows)
        {
            var page = await _table.ScanAsync(RowRange.All(BookRows.PartitionOf(left.Key[LeftPrefix.Length..])), TableLimits.MaxPage, ct);
            await _table.DeleteAllAsync(page.Rows, ct);

            if (!page.More)
            {
                await _table.WriteAsync([RowChange.Delete(Partition, left.Key)], ct);
            }
        }
    }

    private static RowChange[] EndOf(Rebuilding work, Rebuilt rebuilt) =>
        [
            RowChange.Upsert(new TableRow(
                Partition, PresentKey, new Dictionary<string, object?> { [Generation] = work.Generation, [Counted] = (long)Measures.All.Count })),
            RowChange.Upsert(Row(RebuiltKey, rebuilt)),
            RowChange.Delete(Partition, RebuildingKey),
        ];

    private static TableRow Row(string key, object value) =>
        new(Partition, key, new Dictionary<string, object?> { [Json] = JsonSerializer.Serialize(value, value.GetType(), OfficeJson.Stored) });
}
