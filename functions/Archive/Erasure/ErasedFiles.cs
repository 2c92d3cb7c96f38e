using PublicAdmin.Dossiers;
using PublicAdmin.Platform.Storage;

namespace PublicAdmin.Archive.Erasure;

/// <summary>What was made for an erased dossier: result, forms, copies, receipts, packages. All of it lies under its code.</summary>
public sealed class ErasedFiles(IBlobs blobs, IBlobLists lying)
{
    /// <summary>Until when one of them cannot be deleted by anybody; null when all can.</summary>
    public async Task<DateTimeOffset?> SealedUntilAsync(DossierCode code, CancellationToken ct)
    {
        DateTimeOffset? until = null;
        foreach (var name in await lying.ListAsync(Containers.Results, $"{code}/", ct))
        {
            until = (await blobs.FindAsync(name, ct))?.SealedUntil is { } day && !(day <= until) ? day : until;
        }

        return until;
    }

    /// <exception cref="StaleBlobException">One is sealed and cannot be deleted yet.</exception>
    public async Task EraseAsync(DossierCode code, CancellationToken ct)
    {
        foreach (var container in new[] { Containers.Results, Containers.Archive })
        {
            foreach (var name in await lying.ListAsync(container, $"{code}/", ct))
            {
                await blobs.DeleteAsync(name, ct);
            }
        }
    }
}
