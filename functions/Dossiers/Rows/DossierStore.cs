using System.Globalization;
using PublicAdmin.Dossiers.Projection;
using PublicAdmin.Platform.Messages;
using PublicAdmin.Platform.Storage;

namespace PublicAdmin.Dossiers.Rows;

/// <summary>
/// Reads and writes dossiers. A write announces the version to the queue and commits head and event in one batch, so
/// that nothing committed is ever unprojected; an announcement whose commit never happened is dropped by the projector.
/// </summary>
public sealed class DossierStore(ITables tables, IAnnouncedWrites writes, DataKeys keys)
{
    private const int RememberedKeys = 5;

    private readonly ITable _table = tables[Tables.Dossiers];
    private readonly KeptHeads _heads = new(keys);
    private readonly KeptEvents _events = new();

    public async Task<StoredDossier?> FindAsync(DossierCode code, CancellationToken ct) => (await LookAsync(code, ct)).Stored;

    /// <summary>The dossier, or what is left of it once it is erased or being erased.</summary>
    public async Task<(StoredDossier? Stored, ErasedDossier? Erased)> LookAsync(DossierCode code, CancellationToken ct) =>
        await _table.FindAsync(code.ToString(), DossierRows.HeadKey, ct) switch
        {
            null => (null, null),
            var head when DossierRows.ToLeaving(head) is { } erased => (null, erased),
            var head => (_heads.Read(head), null),
        };

    /// <summary>A dossier and the mark of its lists by one reading: they lie side by side.</summary>
    internal async Task<(StoredDossier? Stored, ListMark Mark)> FindMarkedAsync(DossierCode code, CancellationToken ct)
    {
        var both = new RowRange(code.ToString(), DossierRows.HeadKey, $"{ListMark.RowKey}!");
        var rows = (await _table.ScanAsync(both, 2, ct)).Rows;
        var head = rows.FirstOrDefault(row => row.Key == DossierRows.HeadKey);
        var living = head is not null && DossierRows.ToLeaving(head) is null ? _heads.Read(head) : null;
        return (living, rows.FirstOrDefault(row => row.Key == ListMark.RowKey) is { } mark ? ListMark.From(mark) : ListMark.None);
    }

    /// <summary>Writes a new dossier, its first event with its papers, and its form (UTF-8) together.</summary>
    /// <exception cref="StaleRowException">The code is taken.</exception>
    public async Task<StoredDossier> AddAsync(Submitted submitted, ReadOnlyMemory<byte>? form, CancellationToken ct)
    {
        var first = new StoredDossier(DossierHistory.From(submitted), 1, [], null) { Key = keys.New() };
        List<RowChange> changes =
        [
            RowChange.Insert(DossierRows.ToHead(first)), RowChange.Insert(DossierRows.ToEvent(submitted.Code, 1, submitted, first.Key)),
            .. form is { } answers ? [RowChange.Insert(DossierRows.ToForm(submitted.Code, answers.Span, first.Key))] : Array.Empty<RowChange>(),
        ];
        return await AnnounceAndCommitAsync(first, submitted, changes, ct);
    }

    /// <summary>Writes the event and the new state together, or neither.</summary>
    /// <exception cref="StaleRowException">Somebody else changed the dossier first.</exception>
    public async Task<StoredDossier> RecordAsync(StoredDossier stored, DossierEvent e, string? key, CancellationToken ct)
    {
        var next = stored with
        {
            Dossier = stored.Dossier.Apply(e),
            Version = stored.Version + 1,
            Keys = key is null ? stored.Keys : [.. stored.Keys.TakeLast(RememberedKeys - 1), key],
            Key = keys.Renew(stored.Key),
        };
        var (head, happened) = (DossierRows.ToHead(next), DossierRows.ToEvent(next.Dossier.Code, next.Version, e, next.Key));
        return await AnnounceAndCommitAsync(next, e, [RowChange.Replace(head), RowChange.Insert(happened)], ct);
    }

    /// <summary>The events behind a version, oldest first.</summary>
    public async Task<IReadOnlyList<RecordedEvent>> EventsAsync(DossierCode code, long after, CancellationToken ct)
    {
        var range = new RowRange(code.ToString(), DossierRows.EventKey(after), $"{DossierRows.HeadKey}!", Exclusive: true);
        var rows = await _table.ReadAllAsync(range, ct).ToListAsync(ct); // To the head, which lies behind them and has their key.
        if (rows is not [.., { Key: DossierRows.HeadKey } head] || DossierRows.ToErased(head) is not null)
        {
            return [];
        }

        var key = _heads.Find(code) is { } kept && kept.Tag == head.Tag ? kept.Key : DossierRows.KeyOf(head, keys);
        return [.. rows.Where(row => DossierPartition.IsEvent(row.Key)).Select(row => DossierRows.ToEvent(row, key))];
    }

    /// <summary>The events behind a version up to the one the dossier was read at, oldest first.</summary>
    public async Task<IReadOnlyList<RecordedEvent>> EventsAsync(StoredDossier stored, long after, CancellationToken ct) =>
        _events.Find(stored.Dossier.Code, after, stored.Version)
        ?? [.. (await EventsAsync(stored.Dossier.Code, after, ct)).Where(recorded => recorded.Version <= stored.Version)];

    /// <summary>What happened at a version; null when nothing has yet.</summary>
    public async Task<DossierEvent?> EventAsync(DossierCode code, long version, CancellationToken ct)
    {
        if (_events.Find(code, version) is { } kept)
        {
            return kept;
        }

        return await _table.FindAsync(code.ToString(), DossierRows.EventKey(version), ct) is { } row
            ? _events.Keep(code, DossierRows.ToEvent(row, await KeyOfAsync(code, ct))).Event : null;
    }

    /// <summary>What was given and fetched so far, as the events tell.</summary>
    public async Task<IReadOnlyList<Paper>> PapersAsync(DossierCode code, CancellationToken ct) =>
        DossierPartition.PapersOf((await EventsAsync(code, 0, ct)).Select(recorded => recorded.Event));

    public async Task<DossierPartition> PartitionAsync(DossierCode code, CancellationToken ct) =>
        new(keys, await _table.ReadAllAsync(RowRange.All(code.ToString()), ct).ToListAsync(ct));

    /// <summary>The e-form as it was handed in.</summary>
    public async Task<string?> FormAsync(DossierCode code, CancellationToken ct) =>
        await _table.FindAsync(code.ToString(), DossierRows.FormKey, ct) is { } row
            ? DossierRows.ToForm(row, await KeyOfAsync(code, ct)) : null;

    /// <summary>From here on it is erased for everybody, though all of it is there.</summary>
    /// <exception cref="StaleRowException">Somebody changed the dossier meanwhile.</exception>
    public Task BeginErasingAsync(StoredDossier stored, ErasedDossier erased, CancellationToken ct) =>
        EndAsync(DossierRows.ToHead(stored with { Leaving = erased }), erased, ct);

    /// <summary>Destroys the data key and with it state, events and e-form; their rows stay, sealed for good, for the hashes that prove them.</summary>
    /// <exception cref="StaleRowException">Somebody changed the dossier meanwhile.</exception>
    public Task EraseAsync(StoredDossier stored, ErasedDossier erased, CancellationToken ct) => EndAsync(DossierRows.ToHead(erased, stored.Tag), erased, ct);

    /// <summary>
    /// Tells the projector to look at a version. Each announcement has an id of its own: were it the version's, one whose commit
    /// failed would make the next one a duplicate.
    /// </summary>
    public static QueueMessage Announcement(DossierCode code, long version) => QueueMessage.Of(
        Queues.DossierEvents,
        string.Create(CultureInfo.InvariantCulture, $"{code}:{version}:{Guid.NewGuid():N}"),
        new DossierAnnounced(code, version),
        session: code.ToString());

    // Whoever wants a row of a dossier has nearly always just read the dossier.
    private async Task<DossierKey?> KeyOfAsync(DossierCode code, CancellationToken ct) =>
        _heads.Find(code) is { } kept ? kept.Key : (await FindAsync(code, ct))?.Key;

    private async Task EndAsync(TableRow head, ErasedDossier erased, CancellationToken ct)
    {
        await _table.WriteAsync([RowChange.Replace(head)], ct);
        _heads.Forget(erased.Code);
        _events.Forget(erased.Code, erased.Events);
    }

    private async Task<StoredDossier> AnnounceAndCommitAsync(StoredDossier stored, DossierEvent e, IReadOnlyList<RowChange> changes, CancellationToken ct)
    {
        var tags = await writes.WriteAsync(Announcement(stored.Dossier.Code, stored.Version), Tables.Dossiers, changes, ct);
        _events.Keep(stored.Dossier.Code, new RecordedEvent(stored.Version, e));
        return _heads.Keep(stored with { Tag = tags[0] });
    }
}
