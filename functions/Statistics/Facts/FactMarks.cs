using PublicAdmin.Dossiers;
using PublicAdmin.Dossiers.Rows;

namespace PublicAdmin.Statistics.Facts;

/// <summary>What is counted once for a dossier: papers, fee, identity, rounds.</summary>
internal static class FactMarks
{
    public static Marks Of(Dossier dossier, Submitted submitted, IReadOnlyList<RecordedEvent> events, bool nonTerritorial)
    {
        var papers = events.SelectMany(recorded => DossierPartition.PapersOf(recorded.Event)).ToList();
        return Mark(Marks.NonTerritorial, nonTerritorial)
            | Mark(Marks.Digitised, papers.Any(paper => paper.Lineage is Lineage.Scanned))
            | Mark(Marks.Reused, papers.Any(paper => paper.Lineage is Lineage.Reused))
            | Mark(Marks.FromDatabase, papers.Any(paper => paper.Lineage is Lineage.FromDatabase))
            | Mark(Marks.Identified, submitted.Filing.Channel is Channel.Online)
            | Mark(Marks.Charged, dossier.Fees.Items.Count > 0 || dossier.Fees.Receipts.Count > 0)
            | Mark(Marks.AskedTwice, dossier.SupplementRounds > 1);
    }

    /// <summary>The first receipt; one paid with the filing came through the system that filed. Online wins when a dossier was paid both ways.</summary>
    public static Settlement? PaidOf(Submitted submitted, IReadOnlyList<RecordedEvent> events)
    {
        var receipts = (submitted.Filing.Fees?.Receipts ?? []).Where(receipt => receipt.Amount > 0)
            .Select(receipt => new Settlement(receipt.At, submitted.Filing.Channel is Channel.Online))
            .Concat(events.Select(recorded => recorded.Event).OfType<FeeRecorded>().Where(fee => fee.Amount > 0)
                .Select(fee => new Settlement(fee.Stamp.At, fee.Stamp.As == nameof(Identity.Role.System))))
            .ToList();
        return receipts is [] ? null : new Settlement(receipts.Min(receipt => receipt.At), receipts.Any(receipt => receipt.Online));
    }

    private static Marks Mark(Marks mark, bool holds) => holds ? mark : Marks.None;
}
