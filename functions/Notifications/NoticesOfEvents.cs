using System.Globalization;
using PublicAdmin.Dossiers;
using PublicAdmin.Dossiers.Projection;
using PublicAdmin.Dossiers.Rows;
using PublicAdmin.Platform.Messages;

namespace PublicAdmin.Notifications;

/// <summary>Which events people are told of at once; an apology is told of when its form 04 is signed. The message id is the dossier's code and version: projected twice, it is sent once.</summary>
public sealed class NoticesOfEvents : IDossierFollowUp
{
    public IEnumerable<QueueMessage> MessagesOf(Dossier now, RecordedEvent recorded)
    {
        if (LetterOf(recorded.Event) is { } letter)
        {
            var id = string.Create(CultureInfo.InvariantCulture, $"{now.Code}:{recorded.Version}");
            yield return QueueMessage.Of(
                Queues.Notifications, id, new Notice(id, letter, recorded.Event.Stamp.At, now.Code, recorded.Version, (recorded.Event as Escalated)?.Rung));
        }
    }

    private static string? LetterOf(DossierEvent e) => e switch
    {
        Accepted => "received",
        SupplementRequested => "supplement-requested",
        NotAccepted => "refused",
        Stopped => "stopped",
        VerificationNeeded => "verification-needed",
        Issued => "result-ready",
        Escalated => Notice.Escalation,
        _ => null,
    };
}
