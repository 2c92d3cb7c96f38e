using System.Collections.Concurrent;
using Azure.Messaging.ServiceBus;
using PublicAdmin.Platform.Messages;
using PublicAdmin.Tests.Platform;

namespace PublicAdmin.Tests.Azure.Bus;

/// <summary>
/// Receives from Service Bus by hand. In service the Functions host receives for the triggers; this end lets the contract of the queues be
/// proven against a namespace, the emulator or the stand-in.
/// </summary>
/// <param name="bus">The namespace.</param>
/// <param name="nobodyThere">How long an empty queue is listened to.</param>
/// <param name="hasDue">Whether a queue has something for whoever listens, where that is known: then a line that was slow is listened to again.</param>
internal sealed class ServiceBusQueueReceiver(ServiceBusClient bus, TimeSpan nobodyThere, Predicate<string> hasDue) : IQueueReceiver
{
    private readonly Dictionary<string, ServiceBusReceiver> _receivers =
        Queues.All.Where(queue => !queue.Sessions).ToDictionary(queue => queue.Name, queue => bus.CreateReceiver(queue.Name));

    private readonly ConcurrentDictionary<string, (ServiceBusReceiver Receiver, ServiceBusReceivedMessage Message)> _held = new();

    public async Task<IReadOnlyList<ReceivedMessage>> ReceiveAsync(string queue, int limit, CancellationToken ct)
    {
        if (!Queues.Of(queue).Sessions)
        {
            return await ReceiveAllAsync(queue, limit, ct);
        }

        List<ReceivedMessage> received = [];
        while (received.Count < limit && await AcceptAsync(queue, ct) is { } next)
        {
            received.Add(next);
        }

        return received;
    }

    public Task CompleteAsync(ReceivedMessage message, CancellationToken ct) =>
        SettleAsync(message, (receiver, held) => receiver.CompleteMessageAsync(held, ct));

    public Task AbandonAsync(ReceivedMessage message, CancellationToken ct) =>
        SettleAsync(message, (receiver, held) => receiver.AbandonMessageAsync(held, cancellationToken: ct));

    public Task DeadLetterAsync(ReceivedMessage message, string reason, string description, CancellationToken ct) =>
        SettleAsync(message, (receiver, held) => receiver.DeadLetterMessageAsync(held, reason, description, ct));

    public async Task<ReceivedMessage> RenewAsync(ReceivedMessage message, CancellationToken ct)
    {
        var (receiver, held) = HeldBy(message);
        if (receiver is ServiceBusSessionReceiver session)
        {
            await GuardAsync(session.RenewSessionLockAsync(ct));
            return message with { LockedUntil = session.SessionLockedUntil };
        }

        await GuardAsync(receiver.RenewMessageLockAsync(held, ct));
        return message with { LockedUntil = held.LockedUntil };
    }

    // The broker answers with what it has at hand, which may be fewer than there are.
    private async Task<IReadOnlyList<ReceivedMessage>> ReceiveAllAsync(string queue, int limit, CancellationToken ct)
    {
        var receiver = _receivers[queue];
        List<ReceivedMessage> received = [];
        while (received.Count < limit)
        {
            var page = await receiver.ReceiveMessagesAsync(limit - received.Count, nobodyThere, ct);
            received.AddRange(page.Select(message => Hold(queue, receiver, message)));
            if (page.Count is 0 && !hasDue(queue))
            {
                break;
            }
        }

        return received;
    }

    // Of a session only its first message: the session stays ours until that one is settled.
    private async Task<ReceivedMessage?> AcceptAsync(string queue, CancellationToken ct)
    {
        try
        {
            var session = await bus.AcceptNextSessionAsync(queue, cancellationToken: ct);
            if (await session.ReceiveMessageAsync(nobodyThere, ct) is { } message)
            {
                return Hold(queue, session, message);
            }

            await session.DisposeAsync();
            return null;
        }
        catch (ServiceBusException e) when (e.Reason is ServiceBusFailureReason.ServiceTimeout)
        {
            return null;
        }
    }

    private ReceivedMessage Hold(string queue, ServiceBusReceiver receiver, ServiceBusReceivedMessage message)
    {
        _held[message.LockToken] = (receiver, message);
        var until = receiver is ServiceBusSessionReceiver session ? session.SessionLockedUntil : message.LockedUntil;
        return new(queue, message.MessageId, message.Body.ToString(), message.SessionId, message.DeliveryCount, message.LockToken, until);
    }

    private async Task SettleAsync(ReceivedMessage message, Func<ServiceBusReceiver, ServiceBusReceivedMessage, Task> settle)
    {
        var (receiver, held) = HeldBy(message);
        await GuardAsync(settle(receiver, held));
        _held.TryRemove(message.LockToken, out _);
        if (receiver is ServiceBusSessionReceiver)
        {
            await receiver.DisposeAsync();
        }
    }

    private (ServiceBusReceiver Receiver, ServiceBusReceivedMessage Message) HeldBy(ReceivedMessage message) =>
        _held.TryGetValue(message.LockToken, out var held) ? held : throw new LockLostException($"{message.Id} of {message.Queue} is not held here.");

    private static async Task GuardAsync(Task settling)
    {
        try
        {
            await settling;
        }
        catch (ServiceBusException e) when (e.Reason is ServiceBusFailureReason.MessageLockLost or ServiceBusFailureReason.SessionLockLost)
        {
            throw new LockLostException(e.Message, e);
        }
        catch (ObjectDisposedException e)
        {
            throw new LockLostException(e.Message, e); // The broker took the session away, and with it what received from it.
        }
    }
}
