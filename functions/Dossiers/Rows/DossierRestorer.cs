using PublicAdmin.Dossiers.Projection;
using PublicAdmin.Platform.Messages;
using PublicAdmin.Platform.Storage;

namespace PublicAdmin.Dossiers.Rows;

/// <summary>
/// Puts a dossier back into an empty partition: its record as it was copied, its head from the events, its lists by the projector. The
/// head is written last, so that one half brought back is begun again.
/// </summary>
public sealed class DossierRestorer(ITables tables, DossierProjector projector)
{
    private const int RowsOfBatch = 50; // Of 64 KiB at most: below the 4 MiB of a batch.

    private readonly ITable _table = tables[Tables.Dossiers];

    /// <param name="code">Which dossier.</param>
    /// <param name="record">What <see cref="DossierPartition.Record"/> was.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>False when it is there already.</returns>
    /// <exception cref="InvalidDataException">The events do not make a dossier.</exception>
    public async Task<bool> RestoreAsync(DossierCode code, IReadOnlyList<TableRow> record, CancellationToken ct)
    {
        if (await _table.FindAsync(code.ToString(), DossierRows.HeadKey, ct) is { } head)
        {
            var there = DossierRows.ToDossier(head);
            if (await projector.ListsStandAtAsync(code, ct) < there.Version)
            {
                await RebuildAsync(there, ct);
            }

            return false;
        }

        var stored = DossierPartition.Replay(record);
        foreach (var batch in record.Select(row => row with { Tag = null }).Chunk(RowsOfBatch))
        {
            await _table.WriteAsync([.. batch.Select(RowChange.Upsert)], ct);
        }

        await _table.WriteAsync([RowChange.Insert(DossierRows.ToHead(stored))], ct);
        await RebuildAsync(stored, ct);
        return true;
    }

    // Letters went out and databases were asked when it happened. Only a result that was approved and perhaps never signed is asked for again.
    private Task RebuildAsync(StoredDossier stored, CancellationToken ct) => projector.RebuildAsync(
        stored, (e, message) => e is Approved or Issued && message.Queue == Queues.ResultsToSign && stored.Dossier.Phase is Phase.Approved or Phase.Issued, ct);
}
