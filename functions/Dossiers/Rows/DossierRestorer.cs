using PublicAdmin.Dossiers.Projection;
using PublicAdmin.Platform.Messages;
using PublicAdmin.Platform.Storage;

namespace PublicAdmin.Dossiers.Rows;

/// <summary>
/// Puts a dossier back into an empty partition: its record as it was copied, its head from the events, its lists by the projector. The
/// head is written last, so that one half brought back is begun again.
/// </summary>
public sealed class DossierRestorer(ITables tables, DossierProjector projector, DataKeys keys)
{
    private const int RowsOfBatch = 50; // Of 64 KiB at most: below the 4 MiB of a batch.

    private readonly ITable _table = tables[Tables.Dossiers];

    /// <param name="code">Which dossier.</param>
    /// <param name="record">What <see cref="DossierPartition.Record"/> was.</param>
    /// <param name="key">What the record is sealed with; null for one of before there were keys.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>False when it is there already.</returns>
    /// <exception cref="InvalidDataException">The events do not make a dossier.</exception>
    public async Task<bool> RestoreAsync(DossierCode code, IReadOnlyList<TableRow> record, DossierKey? key, CancellationToken ct)
    {
        if (await _table.FindAsync(code.ToString(), DossierRows.HeadKey, ct) is { } head)
        {
            if (DossierRows.ToErased(head) is not null)
            {
                return false;
            }

            var there = DossierRows.ToDossier(head, keys);
            if (await projector.ListsStandAtAsync(code, ct) < there.Version)
            {
                await RebuildAsync(there, ct);
            }

            return false;
        }

        var stored = DossierPartition.Replay(record, key);
        await WriteAsync(record, ct);

        await _table.WriteAsync([RowChange.Insert(DossierRows.ToHead(stored))], ct);
        await RebuildAsync(stored, ct);
        return true;
    }

    /// <summary>Writes down a dossier that was led elsewhere, by its events, under a key of its own.</summary>
    /// <returns>False when it is there already.</returns>
    public Task<bool> BringInAsync(DossierCode code, IEnumerable<DossierEvent> events, CancellationToken ct)
    {
        var key = keys.New();
        return RestoreAsync(code, [.. events.Select((e, n) => DossierRows.ToEvent(code, n + 1, e, key))], key, ct);
    }

    /// <summary>Puts back the record of an erased dossier, which nobody can read, and what is left to say of it.</summary>
    public Task RestoreAsync(ErasedDossier erased, IReadOnlyList<TableRow> record, CancellationToken ct) =>
        WriteAsync(record.Append(DossierRows.ToHead(erased, null)), ct);

    private async Task WriteAsync(IEnumerable<TableRow> rows, CancellationToken ct)
    {
        foreach (var batch in rows.Select(row => row with { Tag = null }).Chunk(RowsOfBatch))
        {
            await _table.WriteAsync([.. batch.Select(RowChange.Upsert)], ct);
        }
    }

    // Letters went out and databases were asked when it happened. Only a result that was approved and perhaps never signed is asked for again.
    private Task RebuildAsync(StoredDossier stored, CancellationToken ct) => projector.RebuildAsync(
        stored, (e, message) => e is Approved or Issued && message.Queue == Queues.ResultsToSign && stored.Dossier.Phase is Phase.Approved or Phase.Issued, ct);
}
