using PublicAdmin.Documents.Uploads;
using PublicAdmin.Documents.Wallet;
using PublicAdmin.Dossiers;
using PublicAdmin.Dossiers.Rows;
using PublicAdmin.Platform.Storage;
using PublicAdmin.Processing.Lists;

namespace PublicAdmin.Archive.Erasure;

/// <summary>
/// The bytes of an erased dossier's papers, and what its applicant's store keeps from it. A paper lies once for a person, however many dossiers it was given
/// with: it goes with the last of them, and of two being erased at once with either.
/// </summary>
public sealed class ErasedPapers(
    DossierStore dossiers, CitizenDossiers list, PaperOwners owners, UploadStore uploads, UploadPurge purge, WalletStore wallet, ITables tables)
{
    public async Task EraseAsync(Dossier dossier, IReadOnlyList<Paper> papers, CancellationToken ct)
    {
        var elsewhere = await ElsewhereAsync(dossier, ct);
        foreach (var paper in papers.Where(paper => !elsewhere.Contains(paper.Source)))
        {
            if (UploadId.TryParse(paper.Source, out var id) && await uploads.FindStoredAsync(id, ct) is { } stored)
            {
                await purge.DeleteAsync(stored.Leaving ? stored : await uploads.ReplaceAsync(stored with { Leaving = true }, ct), ct);
            }
        }

        foreach (var number in dossier.Parties)
        {
            await wallet.ForgetAsync(owners.Of(number), dossier.Code, upload => elsewhere.Contains(upload.ToString()), ct);
        }
    }

    // By whoever of its parties gave them.
    private async Task<HashSet<string>> ElsewhereAsync(Dossier dossier, CancellationToken ct)
    {
        var sources = new HashSet<string>(StringComparer.Ordinal);
        foreach (var number in dossier.Parties)
        {
            await foreach (var row in tables[Tables.Lists].ReadAllAsync(RowRange.All(list.PartitionOf(number)), ct))
            {
                if (CitizenDossiers.CodeOf(row.Key) is var code && code != dossier.Code
                    && await dossiers.FindAsync(code, ct) is not null)
                {
                    sources.UnionWith((await dossiers.PapersAsync(code, ct)).Select(paper => paper.Source));
                }
            }
        }

        return sources;
    }
}
