using Azure.Messaging.ServiceBus;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Platform.Messages;

namespace PublicAdmin.Documents.Records;

/// <summary>Queue records-to-read: asks the databases for what a dossier need not hand in, until each has answered.</summary>
public sealed class ReadRecords(RecordReader reader, MessageSettlement settlement)
{
    [Function(nameof(ReadRecords))]
    public Task RunAsync(
        [ServiceBusTrigger(Queues.RecordsToRead, Connection = Queues.Connection, AutoCompleteMessages = false)] ServiceBusReceivedMessage message,
        ServiceBusMessageActions actions,
        CancellationToken ct) =>
        settlement.SettleAsync<RecordsWantedFor>(Queues.RecordsToRead, message, actions, reader.ReadAsync, ct);
}
