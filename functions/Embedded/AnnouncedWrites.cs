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
}
