using System.Text.Json;

namespace PublicAdmin.Platform.Messages;

/// <summary>A message to be sent. At most 256 KiB with its properties, the limit of Service Bus Standard.</summary>
/// <param name="Id">1 to 128 characters; the same id within the queue's duplicate window is dropped.</param>
/// <param name="Session">Given exactly when the queue has sessions.</param>
/// <param name="NotBefore">Hidden until then; null for at once.</param>
public sealed record QueueMessage(string Queue, string Id, string Body, string? Session = null, DateTimeOffset? NotBefore = null)
{
    public const int MaxBytes = 256 * 1024;

    public static QueueMessage Of<T>(string queue, string id, T body, string? session = null, DateTimeOffset? notBefore = null) =>
        new(queue, id, JsonSerializer.Serialize(body, OfficeJson.Stored), session, notBefore);
}

/// <summary>Service Bus queues, the sending end. At least once: a message can arrive twice, so every handler tolerates it.</summary>
public interface IQueueSender
{
    /// <summary>Durable when it returns.</summary>
    Task SendAsync(QueueMessage message, CancellationToken ct);
}

/// <summary>A message under a lock: nobody else sees it until the lock ends.</summary>
/// <param name="DeliveryCount">1 at the first delivery.</param>
public sealed record ReceivedMessage(
    string Queue, string Id, string Body, string? Session, int DeliveryCount, string LockToken, DateTimeOffset LockedUntil);

/// <summary>A message that could not be handled.</summary>
/// <param name="Sequence">Its number in the queue: the key for <see cref="IDeadLetters.ReplayAsync"/> and the cursor of the list.</param>
public sealed record DeadLetter(
    string Queue, long Sequence, string Id, string? Session, string Body, int DeliveryCount, string Reason, string Description, DateTimeOffset DeadSince);

/// <summary>The dead-letter queues, for an administrator.</summary>
public interface IDeadLetters
{
    Task<IReadOnlyList<DeadLetter>> ListAsync(string queue, long afterSequence, int limit, CancellationToken ct);

    /// <summary>Puts the message back at the end of its queue with a fresh delivery count.</summary>
    /// <returns>False when there is no such dead letter (any more).</returns>
    Task<bool> ReplayAsync(string queue, long sequence, CancellationToken ct);
}

/// <summary>Why a message is dead when no handler said so.</summary>
public static class DeadLetterReasons
{
    /// <summary>The word Service Bus uses.</summary>
    public const string MaxDeliveries = "MaxDeliveryCountExceeded";
}

/// <summary>The lock on a message or session ended before it was settled.</summary>
public sealed class LockLostException : Exception
{
    public LockLostException()
    {
    }

    public LockLostException(string message)
        : base(message)
    {
    }

    public LockLostException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
