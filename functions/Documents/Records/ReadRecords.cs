using Azure.Messaging.ServiceBus;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Platform.Messages;

namespace PublicAdmin.Documents.Records;

/// <summary>Queue records-to-read: asks the databases for what a dossier need not hand in, until each has answered.</summary>
public sealed class ReadRecords(RecordReader reader, RuleQuestions questions, MessageSettlement settlement)
{
    [Function(nameof(ReadRecords))]
    public Task RunAsync(
        [ServiceBusTrigger(Queues.RecordsToRead, Connection = Queues.Connection, AutoCompleteMessages = false)] ServiceBusReceivedMessage message,
        ServiceBusMessageActions actions,
        CancellationToken ct) =>
        settlement.SettleAsync<RecordsWantedFor>(Queues.RecordsToRead, message, actions, AskAsync, ct);

    private Task<Outcome> AskAsync(RecordsWantedFor wanted, int attempt, CancellationToken ct) =>
        wanted.Rules ? questions.AskAsync(wanted, attempt, ct) : reader.ReadAsync(wanted, attempt, ct);
}
