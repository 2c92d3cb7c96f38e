using PublicAdmin.Dossiers.Rows;
using PublicAdmin.Platform.Messages;
using PublicAdmin.Platform.Storage;

namespace PublicAdmin.Dossiers.Projection;

/// <summary>The rows of a dossier in every list, and the mark that says which of them were written.</summary>
public sealed class ProjectedLists(IEnumerable<IDossierList> lists, ITables tables, IAnnouncedWrites writes)
{
    // A second projector came first after a lost lock: look again.
    private static readonly Outcome Overtaken = Outcome.Later(TimeSpan.FromSeconds(1));

    private readonly ITable _marks = tables[Tables.Dossiers];
    private readonly ITable _lists = tables[Tables.Lists];

    /// <summary>How far the lists of a dossier are written.</summary>
    internal async Task<ListMark> FindMarkAsync(DossierCode code, CancellationToken ct) =>
        await _marks.FindAsync(code.ToString(), ListMark.RowKey, ct) is { } row ? ListMark.From(row) : ListMark.None;

    /// <summary>Takes a dossier out of every list.</summary>
    public async Task ClearAsync(DossierCode code, CancellationToken ct)
    {
        var mark = await FindMarkAsync(code, ct);
        var nothing = new Dictionary<(string Partition, string Key), ListRow>();
        await Task.WhenAll(BatchesOf(mark, nothing).Select(batch => WriteAsync(batch, ct)));
        if (mark.Tag is not null)
        {
            await _marks.WriteAsync([RowChange.Replace(new ListMark(mark.Version, new Dictionary<(string, string), string>(), mark.Tag).ToRow(code))], ct);
        }
    }

    /// <summary>The rows that differ and then the mark: what it says was written is written. Nearly always all of it goes in one piece.</summary>
    internal async Task<Outcome> WriteAsync(StoredDossier stored, ListMark mark, CancellationToken ct)
    {
        var rows = RowsOf(stored);
        var batches = BatchesOf(mark, rows).ToList();
        var moved = MarkOf(stored, mark, rows);
        try
        {
            await writes.WriteAllAsync([.. batches.Select(batch => new TableBatch(Tables.Lists, batch)), new TableBatch(Tables.Dossiers, [moved])], ct);
            return Outcome.Done;
        }
        catch (StaleRowException)
        {
            return await FindMarkAsync(stored.Dossier.Code, ct) is { } present && present.Tag == mark.Tag
                ? await WriteOneByOneAsync(batches, moved, ct) : Overtaken;
        }
    }

    private async Task<Outcome> WriteOneByOneAsync(List<RowChange[]> batches, RowChange moved, CancellationToken ct)
    {
        await Task.WhenAll(batches.Select(batch => WriteAsync(batch, ct)));
        try
        {
            await _marks.WriteAsync([moved], ct);
            return Outcome.Done;
        }
        catch (StaleRowException)
        {
            return Overtaken;
        }
    }

    private static IEnumerable<RowChange[]> BatchesOf(ListMark mark, Dictionary<(string Partition, string Key), ListRow> rows)
    {
        var gone = mark.Rows.Keys.Where(key => !rows.ContainsKey(key)).Select(key => RowChange.Delete(key.Partition, key.Key));
        var written = rows.Where(row => mark.Rows.GetValueOrDefault(row.Key) != ListMark.HashOf(row.Value))
            .Select(row => RowChange.Upsert(new TableRow(row.Key.Partition, row.Key.Key, row.Value.Values)));
        return gone.Concat(written).GroupBy(change => change.Row.Partition).SelectMany(partition => partition.Chunk(TableLimits.MaxChanges));
    }

    private static RowChange MarkOf(StoredDossier stored, ListMark mark, Dictionary<(string Partition, string Key), ListRow> rows)
    {
        var moved = new ListMark(stored.Version, rows.ToDictionary(row => row.Key, row => ListMark.HashOf(row.Value)), mark.Tag).ToRow(stored.Dossier.Code);
        return mark.Tag is null ? RowChange.Insert(moved) : RowChange.Replace(moved);
    }

    private async Task WriteAsync(RowChange[] batch, CancellationToken ct)
    {
        try
        {
            await _lists.WriteAsync(batch, ct);
        }
        catch (StaleRowException)
        {
            // An earlier projection died between lists and mark: what it removed cannot be removed again.
            var present = await StillThereAsync(batch, ct);
            if (present.Count > 0)
            {
                await _lists.WriteAsync(present, ct);
            }
        }
    }

    private async Task<List<RowChange>> StillThereAsync(RowChange[] batch, CancellationToken ct)
    {
        var present = new List<RowChange>();
        foreach (var change in batch)
        {
            if (change.Kind is not ChangeKind.Delete || await _lists.FindAsync(change.Row.Partition, change.Row.Key, ct) is not null)
            {
                present.Add(change);
            }
        }

        return present;
    }

    private Dictionary<(string Partition, string Key), ListRow> RowsOf(StoredDossier stored) =>
        lists.SelectMany(list => list.RowsOf(stored.Dossier)).ToDictionary(listed => (listed.Partition, listed.Key));
}
