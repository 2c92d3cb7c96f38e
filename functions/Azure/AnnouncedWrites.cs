using PublicAdmin.Platform.Messages;
using PublicAdmin.Platform.Storage;

namespace PublicAdmin.Azure;

/// <summary>
/// Sends, then writes: an announcement whose write never happened is dropped by whoever hears it, a write nobody heard of would be lost to the lists.
/// </summary>
internal sealed class AnnouncedWrites(IQueueSender queue, ITables tables) : IAnnouncedWrites
{
    public async Task<IReadOnlyList<string>> WriteAsync(QueueMessage announcement, string table, IReadOnlyList<RowChange> changes, CancellationToken ct)
    {
        await queue.SendAsync(announcement, ct);
        return await tables[table].WriteAsync(changes, ct);
    }

    public async Task WriteAllAsync(IReadOnlyList<TableBatch> batches, CancellationToken ct)
    {
        await Task.WhenAll(batches.SkipLast(1).Select(batch => tables[batch.Table].WriteAsync(batch.Changes, ct)));
        await tables[batches[^1].Table].WriteAsync(batches[^1].Changes, ct);
    }
}
