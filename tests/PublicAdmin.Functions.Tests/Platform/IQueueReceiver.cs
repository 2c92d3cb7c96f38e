using PublicAdmin.Platform.Messages;

namespace PublicAdmin.Tests.Platform;

/// <summary>The receiving end of the queues (peek-lock), as the contract needs it: in service the triggers receive.</summary>
public interface IQueueReceiver
{
    /// <summary>Up to <paramref name="limit"/> messages that are due and unlocked, oldest first; of a session only its first unfinished one.</summary>
    Task<IReadOnlyList<ReceivedMessage>> ReceiveAsync(string queue, int limit, CancellationToken ct);

    /// <exception cref="LockLostException">The lock ended first; the message will be, or was, delivered again.</exception>
    Task CompleteAsync(ReceivedMessage message, CancellationToken ct);

    /// <summary>Gives the message back at once; after the queue's maximum of deliveries it goes to the dead letters.</summary>
    Task AbandonAsync(ReceivedMessage message, CancellationToken ct);

    Task DeadLetterAsync(ReceivedMessage message, string reason, string description, CancellationToken ct);

    /// <returns>The same message with its later end of lock.</returns>
    Task<ReceivedMessage> RenewAsync(ReceivedMessage message, CancellationToken ct);
}
