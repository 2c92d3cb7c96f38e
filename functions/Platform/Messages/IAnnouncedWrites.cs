using PublicAdmin.Platform.Storage;

namespace PublicAdmin.Platform.Messages;

/// <summary>Changes of one partition of one table, as <see cref="ITable.WriteAsync"/> takes them.</summary>
public sealed record TableBatch(string Table, IReadOnlyList<RowChange> Changes);

/// <summary>
/// Announces a write and makes it. Where queue and table are two services, in this order; where they are one file, in one transaction, so that nobody
/// hears of a write that is not there yet.
/// </summary>
public interface IAnnouncedWrites
{
    /// <returns>The tags of the rows, in their order.</returns>
    /// <exception cref="StaleRowException">As of <see cref="ITable.WriteAsync"/>.</exception>
    Task<IReadOnlyList<string>> WriteAsync(QueueMessage announcement, string table, IReadOnlyList<RowChange> changes, CancellationToken ct);

    /// <summary>Writes batches of several partitions, the last of them after all others: where they are one file, all or none.</summary>
    /// <exception cref="StaleRowException">Of any batch; where they are several services, others may be written.</exception>
    Task WriteAllAsync(IReadOnlyList<TableBatch> batches, CancellationToken ct);
}
