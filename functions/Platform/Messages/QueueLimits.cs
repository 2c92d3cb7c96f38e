using System.Text;

namespace PublicAdmin.Platform.Messages;

/// <summary>What Service Bus refuses, checked before a message is sent.</summary>
public static class QueueLimits
{
    private const int MaxNameCharacters = 128;

    /// <exception cref="ArgumentException">When Service Bus would refuse the message: a fault of ours.</exception>
    public static void Check(QueueMessage message)
    {
        var size = Encoding.UTF8.GetByteCount(message.Body) + message.Id.Length + (message.Session?.Length ?? 0);
        if (size > QueueMessage.MaxBytes)
        {
            throw new ArgumentException($"A message holds at most {QueueMessage.MaxBytes} bytes, not {size}.", nameof(message));
        }

        if (message.Id.Length is 0 or > MaxNameCharacters || message.Session?.Length > MaxNameCharacters)
        {
            throw new ArgumentException($"The id and session of a message have 1 to {MaxNameCharacters} characters.", nameof(message));
        }

        if (message.Session is null == Queues.Of(message.Queue).Sessions)
        {
            throw new ArgumentException($"A message to {message.Queue} has a session exactly when the queue has.", nameof(message));
        }
    }
}
