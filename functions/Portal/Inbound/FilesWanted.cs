using PublicAdmin.Dossiers;
using PublicAdmin.Dossiers.Projection;
using PublicAdmin.Dossiers.Rows;
using PublicAdmin.Platform.Messages;

namespace PublicAdmin.Portal.Inbound;

/// <summary>Queue portal-files: a filing of the portal names files that are to be fetched there.</summary>
public sealed record FilesToFetch(DossierCode Code);

/// <summary>Sends a message when a filing came with files at the portal; taking the filing in never waits for them.</summary>
internal sealed class FilesWanted : IDossierFollowUp
{
    public IEnumerable<QueueMessage> MessagesOf(Dossier now, RecordedEvent recorded) => recorded.Event is Submitted { Filing.Arrival.Files.Count: > 0 }
        ? [QueueMessage.Of(Queues.PortalFiles, $"{now.Code}:files", new FilesToFetch(now.Code))]
        : [];
}
