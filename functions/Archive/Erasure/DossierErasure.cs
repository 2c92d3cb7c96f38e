using PublicAdmin.Audit;
using PublicAdmin.Dossiers;
using PublicAdmin.Dossiers.Rows;
using PublicAdmin.Platform.Storage;

namespace PublicAdmin.Archive.Erasure;

/// <summary>
/// Erases one dossier whose erasure is decided: files, papers, lists, lines of inboxes; then its key, in the copies first and then where it lies; last what
/// the store remembers of it. Each step may be done twice, also by two at once, so that it goes on wherever it broke off. The sealed days are not touched:
/// what they hold of it nobody can read any more.
/// </summary>
public sealed class DossierErasure(
    DossierStore dossiers, ErasedPapers papers, ErasedFiles files, ErasedWords words, ArchiveBook book, KeyCopies keys, IStoreTraces traces)
{
    /// <summary>Somebody who erases it at the same moment makes it look again.</summary>
    /// <param name="code">Of a dossier whose erasure was begun (<see cref="DossierStore.BeginErasingAsync"/>).</param>
    /// <param name="ct">Cancels.</param>
    public Task<ErasedDossier> RunAsync(DossierCode code, CancellationToken ct) => Contention.UntilWrittenAsync(() => GoOnAsync(code, ct), ct);

    private async Task<ErasedDossier> GoOnAsync(DossierCode code, CancellationToken ct)
    {
        if ((await dossiers.PartitionAsync(code, ct)).Stored is { Leaving: { } leaving } stored)
        {
            await DestroyAsync(stored, leaving, ct);
        }

        var (file, tag) = await book.FindAsync(code, ct);
        if (file.Step is not ArchiveStep.Erased)
        {
            await book.SaveAsync(Bare(file), tag, ct);
        }

        if (await traces.TryWipeAsync(ct))
        {
            await book.ForgetErasureAsync(code, ct);
        }

        return (await dossiers.LookAsync(code, ct)).Erased!;
    }

    private async Task DestroyAsync(StoredDossier stored, ErasedDossier erased, CancellationToken ct)
    {
        var (dossier, code) = (stored.Dossier, stored.Dossier.Code);
        var events = await dossiers.EventsAsync(code, 0, ct);
        await papers.EraseAsync(dossier, DossierPartition.PapersOf(events.Select(recorded => recorded.Event)), ct);
        await files.EraseAsync(code, ct);
        await words.EraseAsync(dossier, events, ct);
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
