using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Dossiers;
using PublicAdmin.Payments.Keeping;
using PublicAdmin.Petitions;

namespace PublicAdmin.Archive.Retention;

/// <summary>
/// Timer, nightly: removes what outlived its term in the register of what is kept and goes with no dossier: attempts at guessing, answered petitions, and on
/// the first of a month the books of money. What belongs to a dossier that is held stays; sealed days are not touched.
/// </summary>
public sealed class RemoveOutdated(RateLimitRemoval attempts, PetitionRemoval petitions, MoneyRemoval money, ArchiveBook book)
{
    [Function(nameof(RemoveOutdated)), FixedDelayRetry(5, "00:01:00")]
    public async Task RunAsync([TimerTrigger("%RemoveOutdatedSchedule%")] TimerInfo timer, CancellationToken ct)
    {
        await attempts.RunAsync(ct);
        await petitions.RunAsync(IsHeldAsync, ct);
        await money.RunAsync(IsHeldAsync, ct);
    }

    private async Task<bool> IsHeldAsync(DossierCode code, CancellationToken ct) => (await book.FindAsync(code, ct)).File.IsHeld;
}
