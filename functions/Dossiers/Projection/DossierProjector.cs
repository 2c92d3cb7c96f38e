using PublicAdmin.Dossiers.Rows;
using PublicAdmin.Platform.Messages;
using PublicAdmin.Platform.Storage;

namespace PublicAdmin.Dossiers.Projection;

/// <summary>
/// Brings every list up to a dossier's present state and sends what follows from its new events; then moves the mark. Doing it
/// twice, or dying in the middle and starting again, ends in the same rows and the same messages.
/// </summary>
public sealed class DossierProjector(
    DossierStore dossiers, IEnumerable<IDossierList> lists, IEnumerable<IDossierFollowUp> followUps, TouchedDossiers touched, ITables tables, IAnnouncedWrites writes,
    IQueueSender queue)
{
    // 1 s, 2 s, 4 s … 256 s: eight and a half minutes, longer than any request may take to commit what it announced.
    private const int LastTry = 10;

    // A second projector came first after a lost lock: look again.
    private static readonly Outcome Overtaken = Outcome.Later(TimeSpan.FromSeconds(1));

    private readonly ITable _marks = tables[Tables.Dossiers];
    private readonly ITable _lists = tables[Tables.Lists];

    public async Task<Outcome> ProjectAsync(DossierAnnounced announced, int attempt, CancellationToken ct)
    {
        if (await dossiers.FindAsync(announced.Code, ct) is not { } stored || stored.Version < announced.Version)
        {
            return attempt < LastTry ? Outcome.Later(TimeSpan.FromSeconds(1 << (attempt - 1))) : Outcome.Done; // The commit never happened.
        }

        var mark = await FindMarkAsync(announced.Code, ct);
        if (mark.Version >= stored.Version)
        {
            return Outcome.Done; // Announced twice, or a later version was projected first.
        }

        await Task.WhenAll(touched.NoteAsync(announced.Code, ct), SendFollowUpsAsync(stored, mark.Version, ct));
        return await WriteAsync(stored, mark, RowsOf(stored), ct);
    }

    /// <summary>The version at which a dossier's lists stand; 0 when they were never written.</summary>
    public async Task<long> ListsStandAtAsync(DossierCode code, CancellationToken ct) => (await FindMarkAsync(code, ct)).Version;

    /// <summary>Writes the lists of a dossier that came back from a copy. What followed from its events happened once and does not happen again, except what is chosen.</summary>
    public async Task RebuildAsync(StoredDossier stored, Func<DossierEvent, QueueMessage, bool> again, CancellationToken ct)
    {
        var mark = await FindMarkAsync(stored.Dossier.Code, ct);
        foreach (var recorded in await dossiers.EventsAsync(stored.Dossier.Code, 0, ct))
        {
            foreach (var message in followUps.SelectMany(followUp => followUp.MessagesOf(stored.Dossier, recorded)).Where(message => again(recorded.Event, message)))
            {
                await queue.SendAsync(message, ct);
            }
        }

        await WriteAsync(stored, mark, RowsOf(stored), ct);
    }

    private Dictionary<(string Partition, string Key), ListRow> RowsOf(StoredDossier stored) =>
        lists.SelectMany(list => list.RowsOf(stored.Dossier)).ToDictionary(listed => (listed.Partition, listed.Key));

    private async Task<ListMark> FindMarkAsync(DossierCode code, CancellationToken ct) =>
        await _marks.FindAsync(code.ToString(), ListMark.RowKey, ct) is { } row ? ListMark.From(row) : ListMark.None;

    // The mark last: what it says was written is written. Nearly always all of it goes in one piece.
    private async Task<Outcome> WriteAsync(StoredDossier stored, ListMark mark, Dictionary<(string Partition, string Key), ListRow> rows, CancellationToken ct)
    {
        var batches = BatchesOf(mark, rows).ToList();
        var moved = MarkOf(stored, mark, rows);
        try
        {
            await writes.WriteAllAsync([.. batches.Select(batch => new TableBatch(Tables.Lists, batch)), new TableBatch(Tables.Dossiers, [moved])], ct);
            return Outcome.Done;
        }
        catch (StaleRowException)
        {
            return await FindMarkAsync(stored.Dossier.Code, ct) is { } present && present.Tag == mark.Tag ? await WriteOneByOneAsync(batches, moved, ct) : Overtaken;
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

    private async Task SendFollowUpsAsync(StoredDossier stored, long after, CancellationToken ct)
    {
        if (!followUps.Any())
        {
            return;
        }

        foreach (var recorded in await dossiers.EventsAsync(stored.Dossier.Code, after, ct))
        {
            foreach (var message in followUps.SelectMany(followUp => followUp.MessagesOf(stored.Dossier, recorded)))
            {
                await queue.SendAsync(message, ct);
            }
        }
    }
}
