using PublicAdmin.Deadlines;
using PublicAdmin.Dossiers;
using PublicAdmin.Dossiers.Rows;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Messages;
using PublicAdmin.Platform.Storage;

namespace PublicAdmin.Payments.Duties;

/// <summary>Ends the pause of a financial duty that is paid here; one paid to another authority ends by an official's word, with proof.</summary>
public sealed class DutyEnd(DossierStore dossiers, DossierTerms terms, TimeProvider clock)
{
    public async Task<Outcome> ResumeAsync(DutyPaidFor message, int attempt, CancellationToken ct)
    {
        if (await dossiers.FindAsync(message.Code, ct) is not { } stored)
        {
            return Outcome.Never("dossier-unknown");
        }

        if (stored.Dossier is not { Phase: Phase.FinancialDuty, Fees.IsDutyMet: true } dossier)
        {
            return Outcome.Done; // Delivered twice, or an official was quicker.
        }

        var stamp = Stamp.System(clock.Instant());
        try
        {
            await dossiers.RecordAsync(stored, dossier.Resume(null, null, terms.Resume(dossier, stamp.At), stamp).Value, key: null, ct);
            return Outcome.Done;
        }
        catch (StaleRowException)
        {
            return Outcome.Later(TimeSpan.FromSeconds(1));
        }
    }
}
