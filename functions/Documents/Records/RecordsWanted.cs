using System.Globalization;
using PublicAdmin.Dossiers;
using PublicAdmin.Dossiers.Projection;
using PublicAdmin.Dossiers.Rows;
using PublicAdmin.Platform.Messages;

namespace PublicAdmin.Documents.Records;

/// <summary>Queue records-to-read: databases are to be asked for a dossier whose applicant agrees.</summary>
public sealed record RecordsWantedFor(DossierCode Code);

/// <summary>Sends a message when an applicant agrees, at filing or later; filing itself never waits for a database.</summary>
public sealed class RecordsWanted : IDossierFollowUp
{
    public IEnumerable<QueueMessage> MessagesOf(Dossier now, RecordedEvent recorded) =>
        recorded.Event is Submitted { Filing.LookUpConsentAt: not null } or Supplemented { LookUpConsentAt: not null }
            ? [QueueMessage.Of(Queues.RecordsToRead, string.Create(CultureInfo.InvariantCulture, $"{now.Code}.{recorded.Version}"), new RecordsWantedFor(now.Code))]
            : [];
}
