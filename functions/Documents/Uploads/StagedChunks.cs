using PublicAdmin.Platform.Storage;

namespace PublicAdmin.Documents.Uploads;

/// <summary>Which chunks of an upload are there; fills in those the same person sent before within another file.</summary>
public sealed class StagedChunks(IBlobs blobs, UploadStore uploads)
{
    public async Task<IReadOnlyList<int>> MissingAsync(OpenUpload upload, CancellationToken ct)
    {
        var staged = (await blobs.StagedAsync(upload.Id.Blob, ct)).Where(
            block => upload.Plan.Has(block.Number) && block.Length == upload.Plan.LengthOf(block.Number));
        return [.. Enumerable.Range(0, upload.Plan.Count).Except(staged.Select(block => block.Number))];
    }

    /// <summary>Copies chunks out of the person's stored papers, by their hashes.</summary>
    public async Task CopyKnownAsync(OpenUpload upload, IReadOnlyList<string> hashes, CancellationToken ct)
    {
        var known = Index(await uploads.StoredOfAsync(new PaperOwner(upload.Id.Owner), ct));
        foreach (var chunk in await MissingAsync(upload, ct))
        {
            if (known.TryGetValue(hashes[chunk].ToLowerInvariant(), out var place) && place.Paper.Plan.LengthOf(place.Chunk) == upload.Plan.LengthOf(chunk))
            {
                await CopyAsync(place.Paper, place.Chunk, upload.Id.Blob, chunk, ct);
            }
        }
    }

    private async Task CopyAsync(StoredPaper from, int fromChunk, BlobName to, int toChunk, CancellationToken ct)
    {
        await using var content = await blobs.OpenAsync(from.Id.Blob, from.Plan.StartOf(fromChunk), from.Plan.LengthOf(fromChunk), ct);
        if (content is not null)
        {
            await blobs.StageAsync(to, toChunk, content, ct);
        }
    }

    private static Dictionary<string, (StoredPaper Paper, int Chunk)> Index(IReadOnlyList<StoredPaper> papers)
    {
        var index = new Dictionary<string, (StoredPaper, int)>(StringComparer.Ordinal);
        foreach (var paper in papers)
        {
            for (var chunk = 0; (chunk + 1) * 32 <= paper.ChunkHashes.Length; chunk++)
            {
                index[Convert.ToHexStringLower(paper.ChunkHashes, chunk * 32, 32)] = (paper, chunk);
            }
        }

        return index;
    }
}
