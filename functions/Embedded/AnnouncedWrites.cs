using PublicAdmin.Embedded.Messages;
using PublicAdmin.Embedded.Rows;
using PublicAdmin.Embedded.Sqlite;
using PublicAdmin.Platform.Messages;
using PublicAdmin.Platform.Storage;

namespace PublicAdmin.Embedded;

/// <summary>Message and rows in one transaction of the one file: one turn of the disk instead of two.</summary>
internal sealed class AnnouncedWrites(SqliteDatabase database, SqliteTables tables, SqliteQueues queues, StorageMeter meter) : IAnnouncedWrites
{
    public async Task<IReadOnlyList<string>> WriteAsync(QueueMessage announcement, string table, IReadOnlyList<RowChange> changes, CancellationToken ct)
    {
        QueueLimits.Check(announcement);
        ct.ThrowIfCancellationRequested();
        var work = await tables[table].WorkOfAsync(changes);
        meter.Count(StorageOperation.MessageSent);
        meter.Count(StorageOperation.TableWrite);
        meter.Count(StorageOperation.RowWritten, changes.Count);
        var (waiting, tags) = await database.WriteAsync(connection => (queues.Insert(connection, announcement), work(connection)));
        if (waiting is not null)
        {
            queues.Enter(announcement.Queue, waiting);
        }

        return tags;
    }

    public async Task WriteAllAsync(IReadOnlyList<TableBatch> batches, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        var works = new List<Func<SqliteConnection, IReadOnlyList<string>>>();
        foreach (var batch in batches)
        {
            works.Add(await tables[batch.Table].WorkOfAsync(batch.Changes));
            meter.Count(StorageOperation.TableWrite);
            meter.Count(StorageOperation.RowWritten, batch.Changes.Count);
        }

        await database.WriteAsync(connection => works.ConvertAll(work => work(connection)));
    }
}
