using System.Globalization;
using PublicAdmin.Dossiers;
using PublicAdmin.Dossiers.Projection;
using PublicAdmin.Dossiers.Rows;
using PublicAdmin.Platform.Messages;
using PublicAdmin.Procedures;

namespace PublicAdmin.Documents.Records;

/// <summary>Queue records-to-read: databases are to be asked for a dossier whose applicant agrees.</summary>
/// <param name="Rules">Instead, what the rules of its form ask, for the officer who has it in hand.</param>
public sealed record RecordsWantedFor(DossierCode Code, bool Rules = false);

/// <summary>
/// Sends a message when an applicant agrees, at filing or later, or the authority of a proxy who wished it is proven; filing itself never waits for a database.
/// Another when an officer has the dossier in hand, or corrected its answers, and its form has rules that ask registers.
/// </summary>
public sealed class RecordsWanted(RegisterRules rules) : IDossierFollowUp
{
    public IEnumerable<QueueMessage> MessagesOf(Dossier now, RecordedEvent recorded) =>
        recorded.Event is Submitted { Filing.Agreed.LookUp: not null } or Supplemented { Agreed.LookUp: not null } or AuthorityAnswered { Proof: not null }
            && now.LookUpConsent is not null && !now.IsCase() ? [MessageOf(now, recorded, rules: false)]
        : recorded.Event is Taken or Assigned or AnswersCorrected && now is { Handler: not null, Form: { } form } && rules.Ask(form)
            ? [MessageOf(now, recorded, rules: true)]
        : [];

    private static QueueMessage MessageOf(Dossier now, RecordedEvent recorded, bool rules) => QueueMessage.Of(
        Queues.RecordsToRead, string.Create(CultureInfo.InvariantCulture, $"{now.Code}.{recorded.Version}"), new RecordsWantedFor(now.Code, rules));
}
