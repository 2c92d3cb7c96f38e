using Azure.Messaging.ServiceBus;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Dossiers.Rows;
using PublicAdmin.Platform.Messages;

namespace PublicAdmin.Dossiers.Projection;

/// <summary>Queue dossier-events: keeps every list in step with a dossier that changed.</summary>
public sealed class ProjectDossier(DossierProjector projector, MessageSettlement settlement)
{
    [Function(nameof(ProjectDossier))]
    public Task RunAsync(
        [ServiceBusTrigger(
            Queues.DossierEvents, Connection = Queues.Connection, IsSessionsEnabled = true, AutoCompleteMessages = false)] ServiceBusReceivedMessage message,
        ServiceBusMessageActions actions,
        CancellationToken ct) =>
        settlement.SettleAsync<DossierAnnounced>(Queues.DossierEvents, message, actions, projector.ProjectAsync, ct);
}
