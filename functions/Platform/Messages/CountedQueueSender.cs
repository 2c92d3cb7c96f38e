using PublicAdmin.Platform.Storage;

namespace PublicAdmin.Platform.Messages;

/// <summary>Queues of either edition, with a count of the messages sent.</summary>
public sealed class CountedQueueSender(IQueueSender queues, StorageMeter meter) : IQueueSender
{
    public Task SendAsync(QueueMessage message, CancellationToken ct)
    {
        meter.Count(StorageOperation.MessageSent);
        return queues.SendAsync(message, ct);
    }
}
