using PublicAdmin.Dossiers;

namespace PublicAdmin.Archive;

/// <summary>Says why a dossier is kept.</summary>
public static class KeepReasons
{
    public static IReadOnlyList<KeepReason> Of(Dossier dossier, ArchiveFile file, KeepingTerm? term, DateOnly today)
    {
        var reasons = new List<KeepReason>();
        void Add(bool holds, KeepReason reason) => reasons.AddRange(holds ? [reason] : []);
        Add(term is null, KeepReason.TermUnknown);
        Add(term is { Permanent: true }, KeepReason.Permanent);
        Add(term is { Permanent: false } && term.OverOn(KeepingTerms.EndOf(dossier)) > today, KeepReason.TermRuns);
        Add(file.IsHeld, KeepReason.Held);
        Add(file.Receipts.Count < ArchiveFile.ReceiptsNeeded, KeepReason.NotReceivedTwice);
        Add(dossier.Revocation is not null, KeepReason.ResultRevoked);
        Add(dossier.Payment is PaymentState.Due, KeepReason.Unpaid);
        return reasons;
    }
}
