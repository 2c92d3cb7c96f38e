using System.Globalization;
using PublicAdmin.Dossiers;
using PublicAdmin.Dossiers.Projection;
using PublicAdmin.Dossiers.Rows;
using PublicAdmin.Platform.Messages;

namespace PublicAdmin.Results;

/// <summary>Queue results-to-sign: a dossier whose result was approved or issued. What is left to do is read from the dossier itself.</summary>
/// <param name="Apology">For form 04 instead: the version of the event by which the head apologised.</param>
public sealed record ResultToSign(DossierCode Code, long? Apology = null);

/// <summary>
/// Approval calls for the leader's signature, issue for the number and the seal, an apology for both. One session per dossier keeps them in order.
/// </summary>
internal sealed class ResultFollowUp : IDossierFollowUp
{
    public IEnumerable<QueueMessage> MessagesOf(Dossier now, RecordedEvent recorded) => recorded.Event is Approved or Issued or Extended or Apologised
        ? [
            QueueMessage.Of(
                Queues.ResultsToSign,
                string.Create(CultureInfo.InvariantCulture, $"{now.Code}:sign:{recorded.Version}"),
                new ResultToSign(now.Code, recorded.Event is Extended or Apologised ? recorded.Version : null),
                session: now.Code.ToString()),
        ]
        : [];
}
