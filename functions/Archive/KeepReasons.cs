using PublicAdmin.Dossiers;
using PublicAdmin.Petitions;
using PublicAdmin.Platform;

namespace PublicAdmin.Archive;

/// <summary>Says why a dossier is kept.</summary>
public sealed class KeepReasons(KeepingTerms terms, PetitionStore petitions, TimeProvider clock)
{
    /// <summary>How long an erasure is made known before it is decided.</summary>
    public int NoticeDays => terms.Profile.NoticeDays;

    public async Task<IReadOnlyList<KeepReason>> OfAsync(Dossier dossier, ArchiveFile file, CancellationToken ct)
    {
        var (reasons, term) = (new List<KeepReason>(), terms.Of(dossier));
        void Add(bool holds, KeepReason reason) => reasons.AddRange(holds ? [reason] : []);
        Add(term is null, KeepReason.TermUnknown);
        Add(term is { Permanent: true }, KeepReason.Permanent);
        Add(term is { Permanent: false } && term.OverOn(KeepingTerms.EndOf(dossier)) > clock.Today(), KeepReason.TermRuns);
        Add(file.IsHeld, KeepReason.Held);
        Add(file.Receipts.Count < ArchiveFile.ReceiptsNeeded, KeepReason.NotReceivedTwice);
        Add(dossier.Revocation is not null, KeepReason.ResultRevoked);
        Add(dossier.Payment is PaymentState.Due, KeepReason.Unpaid);
        Add(await petitions.IsWaitingAboutAsync(dossier.Code, ct), KeepReason.PetitionWaits);
        return reasons;
    }
}
