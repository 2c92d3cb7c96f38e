using PublicAdmin.Platform.Messages;

namespace PublicAdmin.Embedded.Messages;

/// <summary>
/// One queue in memory: what waits, in order, and what is out under a lock (<see cref="MessageLocks"/>). The disk holds every message; after a restart the
/// shelf is filled from there, with all locks gone. Of a session at most one message is ready or out; the others wait behind it.
/// </summary>
internal sealed class QueueShelf(QueueDefinition queue)
{
    private readonly Lock _gate = new();
    private readonly PriorityQueue<WaitingMessage, (long Due, long Sequence)> _ready = new();
    private readonly PriorityQueue<WaitingMessage, long> _scheduled = new();
    private readonly SessionLines _sessions = new();
    private readonly MessageLocks _locks = new(queue.Name);

    public QueueDefinition Queue => queue;

    /// <summary>Whether a receiver would get something now.</summary>
    public bool HasDue(long now)
    {
        lock (_gate)
        {
            return _ready.Count > 0 || IsDue(now) || _locks.AnyEnded(now);
        }
    }

    public void Add(WaitingMessage message, long now)
    {
        lock (_gate)
        {
            if (message.Due > now)
            {
                _scheduled.Enqueue(message, message.Due);
            }
            else
            {
                Line(message);
            }
        }
    }

    /// <summary>Hands out messages under locks. One that had its last delivery, and then lost its lock or its process, is listed as worn out instead.</summary>
    public (List<WaitingMessage> Taken, List<WaitingMessage> WornOut) Take(int limit, long now, long until)
    {
        List<WaitingMessage> taken = [], wornOut = [];
        lock (_gate)
        {
            foreach (var left in _locks.End(now))
            {
                _ready.Enqueue(left, left.Place);
            }

            while (IsDue(now))
            {
                Line(_scheduled.Dequeue());
            }

            while (taken.Count < limit && _ready.TryDequeue(out var message, out _))
            {
                if (message.Deliveries >= queue.MaxDeliveries)
                {
                    wornOut.Add(message);
                }
                else
                {
                    taken.Add(_locks.Put(message with { Deliveries = message.Deliveries + 1 }, until));
                }
            }
        }

        return (taken, wornOut);
    }

    /// <summary>Takes the lock off; the message's session stays closed until <see cref="Leave"/> or <see cref="GiveBack"/>.</summary>
    /// <exception cref="LockLostException">The lock ended, or somebody else holds the message now.</exception>
    public WaitingMessage Unlock(long sequence, int delivery, long now)
    {
        lock (_gate)
        {
            var message = _locks.Held(sequence, delivery, now);
            _locks.Remove(message);
            return message;
        }
    }

    public void Renew(long sequence, int delivery, long now, long until)
    {
        lock (_gate)
        {
            _locks.Put(_locks.Held(sequence, delivery, now), until);
        }
    }

    /// <summary>The message is gone for good; the next of its session comes forward.</summary>
    public void Leave(WaitingMessage message)
    {
        lock (_gate)
        {
            if (_sessions.NextAfter(message) is { } next)
            {
                _ready.Enqueue(next, next.Place);
            }
        }
    }

    /// <summary>Back to its old place.</summary>
    public void GiveBack(WaitingMessage message)
    {
        lock (_gate)
        {
            _ready.Enqueue(message, message.Place);
        }
    }

    /// <summary>Takes off a lock nobody has heard of, and forgets the delivery it was given for.</summary>
    public void PutBack(WaitingMessage taken)
    {
        lock (_gate)
        {
            _locks.Remove(taken);
            _ready.Enqueue(taken with { Deliveries = taken.Deliveries - 1 }, taken.Place);
        }
    }

    private void Line(WaitingMessage message)
    {
        if (_sessions.MayGo(message))
        {
            _ready.Enqueue(message, message.Place);
        }
    }

    private bool IsDue(long now) => _scheduled.TryPeek(out _, out var at) && at <= now;
}
