using PublicAdmin.Archive.Packages;
using PublicAdmin.Dossiers;
using PublicAdmin.Dossiers.Rows;
using PublicAdmin.Identity;
using PublicAdmin.Platform.Storage;
using PublicAdmin.Processing;
using PublicAdmin.Processing.Deciding;
using PublicAdmin.Processing.Lists;

namespace PublicAdmin.Archive.Rights;

/// <summary>A person's dossiers, and those of the parts of a linked case: as the person may see them, with every step and everybody who looked.</summary>
public sealed class OwnDossierPart(
    CitizenDossiers list, ITables tables, DossierStore dossiers, AccessLog accesses, DossierContents contents, IBlobs blobs, TimeProvider clock)
{
    private readonly ITable _lists = tables[Tables.Lists];

    internal async Task AddAsync(BagWriter bag, Caller caller, List<LeftOut> leftOut, CancellationToken ct)
    {
        await foreach (var row in _lists.ReadAllAsync(RowRange.All(list.PartitionOf(caller.PartyNumber!)), ct))
        {
            await AddAsync(bag, CitizenDossiers.CodeOf(row.Key), caller, leftOut, ct);
        }
    }

    // The person's own words, and no official's among themselves.
    private static HistoryLine LineOf(RecordedEvent one) =>
        HistoryLine.Of(one) with { Note = one.Event is CorrectionNoted ? HistoryNote.Of(one.Event) : null };

    private async Task AddAsync(BagWriter bag, DossierCode code, Caller caller, List<LeftOut> leftOut, CancellationToken ct)
    {
        if (await dossiers.FindAsync(code, ct) is not { } stored || !caller.MayRead(stored.Dossier))
        {
            return;
        }

        var folder = $"dossiers/{code}";
        await bag.AddJsonAsync($"{folder}/dossier.json", DossierDisclosure.Of(stored, caller, [], clock.GetUtcNow()), ct);
        await bag.AddJsonAsync($"{folder}/history.json", (await dossiers.EventsAsync(code, 0, ct)).Select(LineOf).ToList(), ct);
        await bag.AddJsonAsync($"{folder}/accesses.json", await accesses.ListAsync(code, ct), ct);
        var papers = await dossiers.PapersAsync(code, ct);
        var whole = caller.MaySeeApplicantsOwn(stored.Dossier);
        await bag.AddJsonAsync($"{folder}/papers.json", papers.Where(paper => whole || paper.Lineage is Lineage.Scanned).ToList(), ct);
        await contents.EachAsync(
            stored.Dossier, caller, async file =>
            {
                await using var content = await file.OpenAsync(blobs, ct);
                await bag.AddAsync($"{folder}/{file.Path}", content, ct);
            },
            (what, refusal) => leftOut.Add(LeftOut.Of(code, what, refusal)), ct);
        foreach (var part in stored.Dossier.Parts().Where(part => !part.Outside).Select(part => part.Code).OfType<string>())
        {
            await AddAsync(bag, DossierCode.Parse(part), caller, leftOut, ct);
        }
    }
}
