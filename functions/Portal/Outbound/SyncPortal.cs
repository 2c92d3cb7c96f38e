using Azure.Messaging.ServiceBus;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Platform.Messages;

namespace PublicAdmin.Portal.Outbound;

/// <summary>Queue portal-sync: tells the National Portal of a dossier, strictly in order within it.</summary>
public sealed class SyncPortal(PortalSending sending, MessageSettlement settlement)
{
    [Function(nameof(SyncPortal))]
    public Task RunAsync(
        [ServiceBusTrigger(
            Queues.PortalSync, Connection = Queues.Connection, IsSessionsEnabled = true, AutoCompleteMessages = false)] ServiceBusReceivedMessage message,
        ServiceBusMessageActions actions,
        CancellationToken ct) =>
        settlement.SettleAsync<PortalToHear>(Queues.PortalSync, message, actions, sending.SendAsync, ct);
}
