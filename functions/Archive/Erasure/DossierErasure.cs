using PublicAdmin.Audit;
using PublicAdmin.Dossiers.Projection;
using PublicAdmin.Dossiers.Rows;

namespace PublicAdmin.Archive.Erasure;

/// <summary>
/// Erases one dossier: files, papers, lists, lines of inboxes; last its key, in the copies first and then where it lies. Each step may be done twice, and while
/// the key is there the whole can be begun again. The sealed days are not touched: what they hold of it nobody can read any more.
/// </summary>
public sealed class DossierErasure(
    DossierStore dossiers, ErasedPapers papers, ErasedFiles files, ErasedWords words, ProjectedLists lists, ArchiveBook book, KeyCopies keys)
{
    public async Task RunAsync(StoredDossier stored, ErasedDossier erased, CancellationToken ct)
    {
        var (dossier, code) = (stored.Dossier, stored.Dossier.Code);
        var events = await dossiers.EventsAsync(code, 0, ct);
        await papers.EraseAsync(dossier, DossierPartition.PapersOf(events.Select(recorded => recorded.Event)), ct);
        await files.EraseAsync(code, ct);
        await words.EraseAsync(dossier, events, ct);
        await lists.ClearAsync(code, ct);
        var (file, tag) = await book.FindAsync(code, ct);
        await book.SaveAsync(Bare(file), tag, ct);
        await keys.EraseAsync(erased, ct);
        await dossiers.EraseAsync(stored, erased, ct);
    }

    // That it was handed over stays provable; what people wrote about it does not.
    private static ArchiveFile Bare(ArchiveFile file) => file with
    {
        Step = ArchiveStep.Erased,
        Reasons = null,
        Holds = [.. file.Holds.Select(hold => hold with { Reason = "" })],
    };
}
