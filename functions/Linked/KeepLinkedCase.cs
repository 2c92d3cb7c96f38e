using Azure.Messaging.ServiceBus;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Platform.Messages;

namespace PublicAdmin.Linked;

/// <summary>Queue linked-cases: keeps a linked case and its parts in step.</summary>
public sealed class KeepLinkedCase(CaseKeeper keeper, MessageSettlement settlement)
{
    [Function(nameof(KeepLinkedCase))]
    public Task RunAsync(
        [ServiceBusTrigger(
            Queues.LinkedCases, Connection = Queues.Connection, IsSessionsEnabled = true, AutoCompleteMessages = false)] ServiceBusReceivedMessage message,
        ServiceBusMessageActions actions,
        CancellationToken ct) =>
        settlement.SettleAsync<LinkedCaseMoved>(Queues.LinkedCases, message, actions, keeper.KeepAsync, ct);
}
