using PublicAdmin.Platform.Messages;

namespace PublicAdmin.Embedded.Messages;

/// <summary>The messages of a queue that are out under a lock, and until when. Not for several threads: <see cref="QueueShelf"/> sees to that.</summary>
internal sealed class MessageLocks(string queue)
{
    private readonly Dictionary<long, (WaitingMessage Message, long Until)> _out = [];

    // An entry may be outdated: its message settled or its lock renewed since.
    private readonly PriorityQueue<long, long> _ends = new();

    public bool AnyEnded(long now) => _ends.TryPeek(out _, out var at) && at <= now;

    /// <returns>The message.</returns>
    public WaitingMessage Put(WaitingMessage message, long until)
    {
        _out[message.Sequence] = (message, until);
        _ends.Enqueue(message.Sequence, until);
        return message;
    }

    /// <exception cref="LockLostException">The lock ended, or somebody else holds the message now.</exception>
    public WaitingMessage Held(long sequence, int delivery, long now) =>
        _out.TryGetValue(sequence, out var held) && held.Message.Deliveries == delivery && held.Until > now
            ? held.Message
            : throw new LockLostException($"The lock on message {sequence} of {queue} has ended.");

    public void Remove(WaitingMessage message) => _out.Remove(message.Sequence);

    /// <summary>Takes off the locks that have ended.</summary>
    /// <returns>Whose they were.</returns>
    public List<WaitingMessage> End(long now)
    {
        List<WaitingMessage> left = [];
        while (AnyEnded(now))
        {
            if (_out.TryGetValue(_ends.Dequeue(), out var held) && held.Until <= now)
            {
                _out.Remove(held.Message.Sequence);
                left.Add(held.Message);
            }
        }

        return left;
    }
}
