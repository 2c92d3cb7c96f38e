using System.Globalization;
using PublicAdmin.Dossiers;
using PublicAdmin.Dossiers.Projection;
using PublicAdmin.Dossiers.Rows;
using PublicAdmin.Platform.Messages;

namespace PublicAdmin.Linked;

/// <summary>Queue linked-cases, session = code of the case: something moved in a linked case, or a clock of it ran out.</summary>
public sealed record LinkedCaseMoved(DossierCode Case);

/// <summary>Sends a message for each event of a case or of one of its parts; what is left to do is read from the case itself.</summary>
internal sealed class LinkedNews : IDossierFollowUp
{
    public IEnumerable<QueueMessage> MessagesOf(Dossier now, RecordedEvent recorded)
    {
        if (recorded.Event is PortalAcknowledged or Escalated or TrackingSecretRenewed || CaseOf(now) is not { } code)
        {
            return [];
        }

        var id = string.Create(CultureInfo.InvariantCulture, $"{now.Code}:linked:{recorded.Version}");
        return [QueueMessage.Of(Queues.LinkedCases, id, new LinkedCaseMoved(code), session: code.ToString())];
    }

    private static DossierCode? CaseOf(Dossier dossier) => dossier.IsCase() ? dossier.Code : dossier.Whole()?.Case;
}
