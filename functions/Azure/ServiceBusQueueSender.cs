using Azure.Messaging.ServiceBus;
using PublicAdmin.Platform.Messages;

namespace PublicAdmin.Azure;

/// <summary>Sends to Service Bus; durable when the broker has answered.</summary>
[NeedsRole(AzureRole.BusSender, AzureScope.Bus)]
internal sealed class ServiceBusQueueSender(ServiceBusClient bus) : IQueueSender
{
    private readonly Dictionary<string, ServiceBusSender> _senders = Queues.All.ToDictionary(queue => queue.Name, queue => bus.CreateSender(queue.Name));

    public Task SendAsync(QueueMessage message, CancellationToken ct)
    {
        QueueLimits.Check(message);
        var sent = new ServiceBusMessage(message.Body) { MessageId = message.Id, ContentType = "application/json" };
        if (message.Session is { } session)
        {
            sent.SessionId = session;
        }

        if (message.NotBefore is { } notBefore)
        {
            sent.ScheduledEnqueueTime = notBefore;
        }

        return _senders[message.Queue].SendMessageAsync(sent, ct);
    }
}
