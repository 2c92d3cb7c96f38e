using PublicAdmin.Embedded.Messages;
using PublicAdmin.Platform.Messages;
using PublicAdmin.Tests.Platform;

namespace PublicAdmin.Tests.Embedded;

/// <summary>The receiving end of the queues on the disk, for the contract.</summary>
internal sealed class SqliteReceiver(SqliteQueues queues) : IQueueReceiver
{
    public Task<IReadOnlyList<ReceivedMessage>> ReceiveAsync(string queue, int limit, CancellationToken ct) => queues.ReceiveAsync(queue, limit, ct);

    public Task CompleteAsync(ReceivedMessage message, CancellationToken ct) => queues.CompleteAsync(message, ct);

    public Task AbandonAsync(ReceivedMessage message, CancellationToken ct) => queues.AbandonAsync(message, ct);

    public Task DeadLetterAsync(ReceivedMessage message, string reason, string description, CancellationToken ct) =>
        queues.DeadLetterAsync(message, reason, description, ct);

    public Task<ReceivedMessage> RenewAsync(ReceivedMessage message, CancellationToken ct) => queues.RenewAsync(message, ct);
}
