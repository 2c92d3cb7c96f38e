namespace PublicAdmin.Embedded.Messages;

/// <summary>Who waits behind whom: of a session only one message at a time is ready or out.</summary>
internal sealed class SessionLines
{
    private readonly Dictionary<string, PriorityQueue<WaitingMessage, (long Due, long Sequence)>?> _behind = new(StringComparer.Ordinal);

    /// <returns>False when the message has to wait behind another of its session.</returns>
    public bool MayGo(WaitingMessage message)
    {
        if (message.Session is not { } session || _behind.TryAdd(session, null))
        {
            return true;
        }

        (_behind[session] ??= new()).Enqueue(message, message.Place);
        return false;
    }

    /// <summary>The message is gone for good: the next of its session, or null.</summary>
    public WaitingMessage? NextAfter(WaitingMessage message)
    {
        if (message.Session is not { } session)
        {
            return null;
        }

        if (_behind[session] is { } line && line.TryDequeue(out var next, out _))
        {
            return next;
        }

        _behind.Remove(session);
        return null;
    }
}
