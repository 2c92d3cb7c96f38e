using System.Globalization;
using PublicAdmin.Dossiers;
using PublicAdmin.Dossiers.Projection;
using PublicAdmin.Dossiers.Rows;
using PublicAdmin.Platform.Messages;

namespace PublicAdmin.Documents.Wallet;

/// <summary>Queue papers-to-keep: an event of a dossier that the papers' owners' stores must hear of.</summary>
public sealed record DossierPapersChanged(DossierCode Code, long Version);

/// <summary>Sends a message for each event that gives papers, makes them worth keeping, or hands over a result.</summary>
public sealed class PapersGiven : IDossierFollowUp
{
    public IEnumerable<QueueMessage> MessagesOf(
        Dossier now, RecordedEvent recorded) => recorded.Event is Submitted or Supplemented or FilesFetched or Accepted or Returned or ResultRevoked
        ? [QueueMessage.Of(Queues.PapersToKeep, IdOf(now.Code, recorded.Version), new DossierPapersChanged(now.Code, recorded.Version))]
        : [];

    private static string IdOf(DossierCode code, long version) => string.Create(CultureInfo.InvariantCulture, $"{code}.{version}");
}
