using System.Collections.Frozen;
using PublicAdmin.Embedded.Sqlite;
using PublicAdmin.Platform.Messages;

namespace PublicAdmin.Embedded.Messages;

/// <summary>Service Bus as this system uses it: messages on the disk, their order and locks in memory.</summary>
internal sealed class SqliteQueues : IQueueSender
{
    private readonly SqliteDatabase _database;
    private readonly TimeProvider _clock;
    private readonly SeenMessages _seen = new();
    private readonly FrozenDictionary<string, QueueShelf> _shelves = Queues.All.ToFrozenDictionary(queue => queue.Name, queue => new QueueShelf(queue));

    public SqliteQueues(SqliteDatabase database, TimeProvider clock)
    {
        (_database, _clock) = (database, clock);
        var (now, known) = (Now, database.Read(0, static (connection, _) => SeenMessages.Newest(connection)));
        foreach (var (queue, message) in database.Read(now, MessageRows.ReadAll).OrderBy(entry => entry.Message.Sequence))
        {
            // The clock was set back while the office was closed: what was still to wait is waited for by the new clock, and no longer.
            var due = known > now && message.Due > now ? Math.Max(now, message.Due - (known - now)) : message.Due;
            _shelves[queue].Add(message with { Due = due }, now);
        }
    }

    /// <summary>Told after each change that may have given a receiver work, with the name of the queue.</summary>
    public event Action<string> Arrived = _ => { };

    private long Now => _clock.GetUtcNow().ToUnixTimeMilliseconds();

    public bool HasDue(string queue) => _shelves[queue].HasDue(Now);

    public async Task SendAsync(QueueMessage message, CancellationToken ct)
    {
        var shelf = _shelves[message.Queue];
        QueueLimits.Check(message);
        ct.ThrowIfCancellationRequested();
        var now = Now;
        if (await _database.WriteAsync(connection => Insert(connection, shelf.Queue, message, now)) is { } waiting)
        {
            Enter(message.Queue, waiting);
        }
    }

    public async Task<IReadOnlyList<ReceivedMessage>> ReceiveAsync(string queue, int limit, CancellationToken ct)
    {
        var shelf = _shelves[queue];
        var now = Now;
        var until = now + (long)shelf.Queue.Lock.TotalMilliseconds;
        var (taken, wornOut) = shelf.Take(limit, now, until);
        await WriteDownAsync(shelf, taken, wornOut);
        return taken.ConvertAll(message => Received(queue, message, message.Body ?? _database.Read(message.Sequence, MessageRows.Body), until));
    }

    /// <summary>Back to its old place, as if it had not been handed out: what stood in the way was not the message's fault.</summary>
    public Task ReturnAsync(ReceivedMessage message)
    {
        var (shelf, held) = Unlock(message);
        shelf.GiveBack(held with { Deliveries = held.Deliveries - 1 });
        return Task.CompletedTask;
    }

    public async Task CompleteAsync(ReceivedMessage message, CancellationToken ct)
    {
        var (shelf, held) = Unlock(message);
        await FinishAsync(shelf, held, connection => MessageRows.Delete(connection, held.Sequence), held with { Deliveries = held.Deliveries - 1 });
    }

    public async Task AbandonAsync(ReceivedMessage message, CancellationToken ct)
    {
        var (shelf, held) = Unlock(message);
        if (held.Deliveries >= shelf.Queue.MaxDeliveries)
        {
            await BuryAsync(shelf, held, DeadLetterReasons.MaxDeliveries, $"Given back {held.Deliveries} times.");
            return;
        }

        shelf.GiveBack(held);
        Arrived(message.Queue);
    }

    public async Task DeadLetterAsync(ReceivedMessage message, string reason, string description, CancellationToken ct)
    {
        var (shelf, held) = Unlock(message);
        await BuryAsync(shelf, held, reason, description);
    }

    public Task<ReceivedMessage> RenewAsync(ReceivedMessage message, CancellationToken ct)
    {
        var shelf = _shelves[message.Queue];
        var (sequence, delivery) = LockToken.Parse(message.LockToken);
        var now = Now;
        var until = now + (long)shelf.Queue.Lock.TotalMilliseconds;
        shelf.Renew(sequence, delivery, now, until);
        return Task.FromResult(message with { LockedUntil = DateTimeOffset.FromUnixTimeMilliseconds(until) });
    }

    /// <summary>A message to be written beside something else; it goes on its way when it is entered.</summary>
    /// <returns>Null for one whose id was seen.</returns>
    public WaitingMessage? Insert(SqliteConnection connection, QueueMessage message) => Insert(connection, _shelves[message.Queue].Queue, message, Now);

    /// <summary>Takes in a message that another part of the queue has already written.</summary>
    public void Enter(string queue, WaitingMessage message)
    {
        _shelves[queue].Add(message, Now);
        Arrived(queue);
    }

    // When the disk refuses this, the messages are where they were before, and nothing is counted.
    private async Task WriteDownAsync(QueueShelf shelf, List<WaitingMessage> taken, List<WaitingMessage> wornOut)
    {
        var buried = 0;
        try
        {
            for (; buried < wornOut.Count; buried++)
            {
                await BuryAsync(shelf, wornOut[buried], DeadLetterReasons.MaxDeliveries, $"Delivered {wornOut[buried].Deliveries} times and never settled.");
            }

            // Counted on the disk before anybody sees the message, so that one that kills the process is counted too. The first delivery is not:
            // whatever was due when an office died counts as delivered once (MessageRows.ReadAll), and nearly every message is delivered once.
            var again = taken.FindAll(message => message.Deliveries > 1);
            if (again.Count > 0)
            {
                await _database.WriteAsync(connection => again.Sum(message => MessageRows.CountDelivery(connection, message)));
            }
        }
        catch
        {
            taken.ForEach(shelf.PutBack);
            wornOut.Skip(buried + 1).ToList().ForEach(shelf.GiveBack); // The one that could not be buried has given itself back.
            throw;
        }
    }

    private WaitingMessage? Insert(SqliteConnection connection, QueueDefinition queue, QueueMessage message, long now)
    {
        if (!_seen.IsNew(connection, queue, message.Id, now))
        {
            return null;
        }

        var due = Math.Max(now, message.NotBefore?.ToUnixTimeMilliseconds() ?? now);
        var waiting = new WaitingMessage(
            _database.Numbers.Next(), message.Id, message.Session, due, 0, message.Body.Length <= WaitingMessage.LongestKept ? message.Body : null);
        MessageRows.Insert(connection, message, waiting);
        return waiting;
    }

    private (QueueShelf Shelf, WaitingMessage Message) Unlock(ReceivedMessage message)
    {
        var shelf = _shelves[message.Queue];
        var (sequence, delivery) = LockToken.Parse(message.LockToken);
        return (shelf, shelf.Unlock(sequence, delivery, Now));
    }

    private Task BuryAsync(QueueShelf shelf, WaitingMessage message, string reason, string description) =>
        FinishAsync(shelf, message, connection => MessageRows.Bury(connection, message, reason, description, Now));

    // What was done and could not be written down because the disk is full is done again, and was nobody's failure.
    private async Task FinishAsync(QueueShelf shelf, WaitingMessage message, Func<SqliteConnection, int> write, WaitingMessage? ifFull = null)
    {
        try
        {
            await _database.WriteAsync(write);
            shelf.Leave(message);
        }
        catch (Exception fault)
        {
            shelf.GiveBack(DiskFull.Is(fault) ? ifFull ?? message : message);
            throw;
        }
        finally
        {
            Arrived(shelf.Queue.Name);
        }
    }

    private static ReceivedMessage Received(string queue, WaitingMessage message, string body, long until) => new(
        queue, message.Id, body, message.Session, message.Deliveries,
        LockToken.Of(message).ToString(), DateTimeOffset.FromUnixTimeMilliseconds(until));
}
