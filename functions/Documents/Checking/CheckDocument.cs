using Azure.Messaging.ServiceBus;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Documents.Uploads;
using PublicAdmin.Platform.Messages;

namespace PublicAdmin.Documents.Checking;

/// <summary>Queue documents-to-check: says what a paper is and whether it can be used.</summary>
public sealed class CheckDocument(PaperChecks checks, MessageSettlement settlement)
{
    [Function(nameof(CheckDocument))]
    public Task RunAsync(
        [ServiceBusTrigger(Queues.DocumentsToCheck, Connection = Queues.Connection, AutoCompleteMessages = false)] ServiceBusReceivedMessage message,
        ServiceBusMessageActions actions,
        CancellationToken ct) =>
        settlement.SettleAsync<DocumentToCheck>(Queues.DocumentsToCheck, message, actions, checks.CheckAsync, ct);
}
