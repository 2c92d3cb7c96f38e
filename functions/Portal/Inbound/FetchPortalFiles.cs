using Azure.Messaging.ServiceBus;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Platform.Messages;

namespace PublicAdmin.Portal.Inbound;

/// <summary>Queue portal-files: fetches what a filing of the National Portal names, until each file is judged.</summary>
public sealed class FetchPortalFiles(PortalFetching fetching, MessageSettlement settlement)
{
    [Function(nameof(FetchPortalFiles))]
    public Task RunAsync(
        [ServiceBusTrigger(Queues.PortalFiles, Connection = Queues.Connection, AutoCompleteMessages = false)] ServiceBusReceivedMessage message,
        ServiceBusMessageActions actions,
        CancellationToken ct) =>
        settlement.SettleAsync<FilesToFetch>(Queues.PortalFiles, message, actions, fetching.FetchAsync, ct);
}
