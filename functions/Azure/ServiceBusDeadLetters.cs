using Azure.Messaging.ServiceBus;
using PublicAdmin.Platform.Messages;

namespace PublicAdmin.Azure;

/// <summary>The dead-letter queues of Service Bus. They have no sessions, whatever their queue has.</summary>
[NeedsRole(AzureRole.BusReceiver, AzureScope.Bus)]
internal sealed class ServiceBusDeadLetters(ServiceBusClient bus, IQueueSender sender) : IDeadLetters
{
    private const int PageSize = 100;
    private static readonly TimeSpan NobodyThere = TimeSpan.FromSeconds(5);

    public async Task<IReadOnlyList<DeadLetter>> ListAsync(string queue, long afterSequence, int limit, CancellationToken ct)
    {
        await using var receiver = Open(queue);
        var messages = await receiver.PeekMessagesAsync(limit, afterSequence + 1, ct);
        return [.. messages.Select(message => ToDeadLetter(queue, message))];
    }

    public async Task<bool> ReplayAsync(string queue, long sequence, CancellationToken ct)
    {
        await using var receiver = Open(queue);
        if (await LockAsync(receiver, sequence, ct) is not { } dead)
        {
            return false;
        }

        // Sent before it is completed: dying in between doubles it, which handlers bear. The id is new, or duplicate detection would drop it.
        await sender.SendAsync(new QueueMessage(queue, $"{sequence}.{dead.MessageId}", dead.Body.ToString(), dead.SessionId), ct);
        await receiver.CompleteMessageAsync(dead, ct);
        return true;
    }

    private ServiceBusReceiver Open(string queue) => bus.CreateReceiver(queue, new ServiceBusReceiverOptions { SubQueue = SubQueue.DeadLetter });

    // Service Bus hands out dead letters only from the front, so those before the one asked for are held until it comes, then given back.
    private static async Task<ServiceBusReceivedMessage?> LockAsync(ServiceBusReceiver receiver, long sequence, CancellationToken ct)
    {
        List<ServiceBusReceivedMessage> others = [];
        try
        {
            while (await receiver.ReceiveMessagesAsync(PageSize, NobodyThere, ct) is { Count: > 0 } page)
            {
                var known = others.ConvertAll(message => message.SequenceNumber);
                others.AddRange(page.Where(message => message.SequenceNumber != sequence));
                if (page.SingleOrDefault(message => message.SequenceNumber == sequence) is { } found)
                {
                    return found;
                }

                // The first locks have ended while we looked: the round is over, and it was not among them.
                if (page.Any(message => known.Contains(message.SequenceNumber)))
                {
                    return null;
                }
            }

            return null;
        }
        finally
        {
            await Task.WhenAll(others.Select(message => GiveBackAsync(receiver, message)));
        }
    }

    // One whose lock has ended has gone back by itself; the others are given back even when the caller has left.
    private static async Task GiveBackAsync(ServiceBusReceiver receiver, ServiceBusReceivedMessage message)
    {
        try
        {
            await receiver.AbandonMessageAsync(message);
        }
        catch (ServiceBusException e) when (e.Reason is ServiceBusFailureReason.MessageLockLost)
        {
        }
    }

    // The broker notes no time of burial; when the message came in is the nearest it tells.
    private static DeadLetter ToDeadLetter(string queue, ServiceBusReceivedMessage message) => new(
        queue, message.SequenceNumber, message.MessageId, message.SessionId, message.Body.ToString(), message.DeliveryCount,
        message.DeadLetterReason ?? "", message.DeadLetterErrorDescription ?? "", message.EnqueuedTime);
}
