using Amqp;
using Amqp.Types;

namespace PublicAdmin.Tests.Azure.Bus;

/// <summary>
/// One queue of the stand-in bus, as the office understands Service Bus: peek-lock, sessions, scheduling, duplicate detection, dead letters. It cannot
/// prove the broker; it shows what the real client and the adapters do with one that keeps these promises. All members are called under the bus's gate.
/// </summary>
internal sealed class BusQueue(string name, bool sessions, TimeSpan lockTime, int maxDeliveries, BusQueue? dead)
{
    private static readonly TimeSpan DuplicateWindow = TimeSpan.FromMinutes(10);
    private readonly List<BusMessage> _messages = [];
    private readonly List<BusReceiver> _receivers = [];
    private readonly List<BusWaiter> _waiters = [];
    private readonly Dictionary<string, DateTime> _seen = [];
    private readonly Dictionary<string, (BusReceiver Holder, DateTime Until)> _sessions = [];
    private long _last;

    public string Name => name;

    public bool Sessions => sessions;

    public TimeSpan LockTime => lockTime;

    public BusQueue? Dead => dead;

    public IReadOnlyList<BusMessage> Messages => _messages;

    public bool HasDue => Due(DateTime.UtcNow).Any(message => message.Session is not { } session || !_sessions.ContainsKey(session));

    public void Send(Message message)
    {
        var now = DateTime.UtcNow;
        var id = message.Properties?.GetMessageId()?.ToString();
        if (id is not null && _seen.TryGetValue(id, out var before) && now - before < DuplicateWindow)
        {
            return;
        }

        if (id is not null)
        {
            _seen[id] = now;
        }

        Add(message, Scheduled(message) is { } later && later > now ? later : now);
    }

    public void Add(BusReceiver receiver)
    {
        _receivers.Add(receiver);
        Pump();
    }

    public void Add(BusWaiter waiter)
    {
        _waiters.Add(waiter);
        Pump();
    }

    /// <summary>A closed link gives back what it held; behind a session's back that counts as a delivery.</summary>
    public void Remove(BusReceiver receiver)
    {
        _receivers.Remove(receiver);
        foreach (var session in _sessions.Where(pair => pair.Value.Holder == receiver).Select(pair => pair.Key).ToList())
        {
            _sessions.Remove(session);
        }

        foreach (var held in _messages.Where(message => message.Holder == receiver).ToList())
        {
            GiveBack(held, counts: true);
        }

        Pump();
    }

    /// <returns>False when the lock is gone.</returns>
    public bool Settle(Guid token, BusSettlement how, string? reason = null, string? description = null)
    {
        if (HeldBy(token) is not { } message || !Holds(message))
        {
            return false;
        }

        switch (how)
        {
            case BusSettlement.Completed:
                _messages.Remove(message);
                break;
            case BusSettlement.DeadLettered:
                message.Deliveries++;
                Bury(message, reason, description);
                break;
            default:
                GiveBack(message, counts: how is BusSettlement.Abandoned);
                break;
        }

        Pump();
        return true;
    }

    /// <returns>The later end of the lock; null when it is gone.</returns>
    public DateTime? Renew(Guid token) => HeldBy(token) is { } message ? message.LockedUntil = DateTime.UtcNow + lockTime : null;

    /// <returns>The later end of the session's lock; null when it is gone.</returns>
    public DateTime? RenewSession(string session)
    {
        if (!_sessions.TryGetValue(session, out var held))
        {
            return null;
        }

        var until = DateTime.UtcNow + lockTime;
        _sessions[session] = (held.Holder, until);
        _messages.Where(message => message.Holder == held.Holder).ToList().ForEach(message => message.LockedUntil = until);
        return until;
    }

    /// <summary>Ends what has lasted too long and hands out what can be handed out.</summary>
    public void Pump()
    {
        var now = DateTime.UtcNow;
        _messages.Where(message => message.Holder is not null && message.LockedUntil < now).ToList().ForEach(late => GiveBack(late, counts: true));
        _sessions.Where(pair => pair.Value.Until < now).Select(pair => pair.Key).ToList().ForEach(ended => _sessions.Remove(ended));
        _waiters.ToList().ForEach(waiter => Answer(waiter, now));
        _receivers.ToList().ForEach(receiver => Hand(receiver, now));
    }

    private void Answer(BusWaiter waiter, DateTime now)
    {
        var session = waiter.Wanted ?? Due(now).FirstOrDefault(message => message.Session is { } one && !_sessions.ContainsKey(one))?.Session;
        if (session is not null && !_sessions.ContainsKey(session))
        {
            _waiters.Remove(waiter);
            var receiver = waiter.Accept(session, now + lockTime);
            _sessions[session] = (receiver, now + lockTime);
            _receivers.Add(receiver);
        }
        else if (waiter.Until < now)
        {
            _waiters.Remove(waiter);
            waiter.Refuse();
        }
    }

    private void Hand(BusReceiver receiver, DateTime now)
    {
        while (receiver.Credit > 0 && Due(now).FirstOrDefault(message => receiver.Session is null || message.Session == receiver.Session) is { } next)
        {
            (next.Holder, next.Lock, next.LockedUntil) = (receiver, Guid.NewGuid(), now + lockTime);
            receiver.Send(next);
        }
    }

    private IEnumerable<BusMessage> Due(DateTime now) =>
        _messages.Where(message => message.Holder is null && message.DueAt <= now).OrderBy(message => message.Sequence);

    private void Add(Message message, DateTime dueAt, int deliveries = 0)
    {
        _messages.Add(new BusMessage(++_last, message, dueAt) { Deliveries = deliveries });
        Pump();
    }

    private void GiveBack(BusMessage message, bool counts)
    {
        message.Holder = null;
        message.Deliveries += counts ? 1 : 0;
        if (dead is not null && message.Deliveries >= maxDeliveries)
        {
            Bury(message, "MaxDeliveryCountExceeded", $"Message could not be consumed after {maxDeliveries} delivery attempts.");
        }
    }

    private void Bury(BusMessage message, string? reason, string? description)
    {
        _messages.Remove(message);
        dead!.Add(message.ToBury(reason, description), DateTime.UtcNow, message.Deliveries);
    }

    private BusMessage? HeldBy(Guid token) => _messages.FirstOrDefault(message => message.Holder is not null && message.Lock == token);

    private bool Holds(BusMessage message) =>
        !sessions || (message.Session is { } session && _sessions.TryGetValue(session, out var held) && held.Holder == message.Holder);

    private static DateTime? Scheduled(Message message) =>
        message.MessageAnnotations?.Map.TryGetValue(new Symbol("x-opt-scheduled-enqueue-time"), out var at) is true ? at as DateTime? : null;
}
