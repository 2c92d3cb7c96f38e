using Azure.Messaging.ServiceBus;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Platform.Messages;

namespace PublicAdmin.Documents.Wallet;

/// <summary>Queue papers-to-keep: brings a dossier's papers and result into their owner's store, so that nobody hands them in twice.</summary>
public sealed class KeepPapers(WalletKeeper keeper, MessageSettlement settlement)
{
    [Function(nameof(KeepPapers))]
    public Task RunAsync(
        [ServiceBusTrigger(Queues.PapersToKeep, Connection = Queues.Connection, AutoCompleteMessages = false)] ServiceBusReceivedMessage message,
        ServiceBusMessageActions actions,
        CancellationToken ct) =>
        settlement.SettleAsync<DossierPapersChanged>(Queues.PapersToKeep, message, actions, keeper.KeepAsync, ct);
}
