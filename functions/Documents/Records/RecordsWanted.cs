using System.Globalization;
using PublicAdmin.Dossiers;
using PublicAdmin.Dossiers.Projection;
using PublicAdmin.Dossiers.Rows;
using PublicAdmin.Platform.Messages;

namespace PublicAdmin.Documents.Records;

/// <summary>Queue records-to-read: databases are to be asked for a dossier whose applicant agrees.</summary>
public sealed record RecordsWantedFor(DossierCode Code);

/// <summary>
/// Sends a message when an applicant agrees, at filing or later, or the authority of a proxy who wished it is proven; filing itself never waits for a database.
/// </summary>
public sealed class RecordsWanted : IDossierFollowUp
{
    public IEnumerable<QueueMessage> MessagesOf(Dossier now, RecordedEvent recorded) =>
        recorded.Event is Submitted { Filing.Agreed.LookUp: not null } or Supplemented { Agreed.LookUp: not null } or AuthorityAnswered { Proof: not null }
            && now.LookUpConsent is not null && !now.IsCase()
            ? [QueueMessage.Of(
                Queues.RecordsToRead, string.Create(CultureInfo.InvariantCulture, $"{now.Code}.{recorded.Version}"), new RecordsWantedFor(now.Code))]
            : [];
}
