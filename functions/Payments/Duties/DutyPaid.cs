using System.Globalization;
using PublicAdmin.Dossiers;
using PublicAdmin.Dossiers.Projection;
using PublicAdmin.Dossiers.Rows;
using PublicAdmin.Platform.Messages;

namespace PublicAdmin.Payments.Duties;

/// <summary>Queue payments: a dossier that waits for a financial duty has it paid here.</summary>
public sealed record DutyPaidFor(DossierCode Code);

/// <summary>Money that meets the duty a dossier waits for lets it go on by itself.</summary>
internal sealed class DutyPaid : IDossierFollowUp
{
    public IEnumerable<QueueMessage> MessagesOf(Dossier now, RecordedEvent recorded) =>
        recorded.Event is FeeRecorded && now is { Phase: Phase.FinancialDuty, Fees.IsDutyMet: true }
            ? [QueueMessage.Of(Queues.Payments, string.Create(CultureInfo.InvariantCulture, $"{now.Code}.duty.{recorded.Version}"), new DutyPaidFor(now.Code))]
            : [];
}
