using PublicAdmin.Platform.Messages;

namespace PublicAdmin.Platform.Storage;

/// <summary>
/// Announces a write and makes it. Where queue and table are two services, in this order; where they are one file, in one transaction, so that nobody
/// hears of a write that is not there yet.
/// </summary>
public interface IAnnouncedWrites
{
    /// <returns>The tags of the rows, in their order.</returns>
    /// <exception cref="StaleRowException">As of <see cref="ITable.WriteAsync"/>.</exception>
    Task<IReadOnlyList<string>> WriteAsync(QueueMessage announcement, string table, IReadOnlyList<RowChange> changes, CancellationToken ct);
}
