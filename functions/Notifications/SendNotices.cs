using Azure.Messaging.ServiceBus;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Platform.Messages;

namespace PublicAdmin.Notifications;

/// <summary>Queue notifications: tells people what happened, each once.</summary>
public sealed class SendNotices(NoticeDesk desk, MessageSettlement settlement)
{
    [Function(nameof(SendNotices))]
    public Task RunAsync(
        [ServiceBusTrigger(Queues.Notifications, Connection = Queues.Connection, AutoCompleteMessages = false)] ServiceBusReceivedMessage message,
        ServiceBusMessageActions actions,
        CancellationToken ct) =>
        settlement.SettleAsync<Notice>(Queues.Notifications, message, actions, desk.HandleAsync, ct);
}
