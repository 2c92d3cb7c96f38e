using PublicAdmin.Platform.Storage;

namespace PublicAdmin.Embedded.Blobs;

/// <summary>The blobs of the folder, each change noted in <see cref="BlobNames"/> once it is done.</summary>
internal sealed class NotedBlobs(IBlobs blobs, BlobNames names) : IBlobs
{
    public async Task<string?> CreateAsync(BlobName name, Stream content, BlobFacts facts, CancellationToken ct) =>
        Noted(name, await blobs.CreateAsync(name, content, facts, ct));

    public async Task<string> WriteAsync(BlobName name, Stream content, BlobFacts facts, string? ifTag, CancellationToken ct) =>
        Noted(name, await blobs.WriteAsync(name, content, facts, ifTag, ct))!;

    public Task StageAsync(BlobName name, int block, Stream content, CancellationToken ct) => blobs.StageAsync(name, block, content, ct);

    public Task<IReadOnlyList<StagedBlock>> StagedAsync(BlobName name, CancellationToken ct) => blobs.StagedAsync(name, ct);

    public async Task<string?> CommitAsync(BlobName name, int count, BlobFacts facts, CancellationToken ct) =>
        Noted(name, await blobs.CommitAsync(name, count, facts, ct));

    public Task<BlobProperties?> FindAsync(BlobName name, CancellationToken ct) => blobs.FindAsync(name, ct);

    public Task<Stream?> OpenAsync(BlobName name, long from, long? length, CancellationToken ct) => blobs.OpenAsync(name, from, length, ct);

    public async Task SealAsync(BlobName name, DateTimeOffset until, CancellationToken ct)
    {
        await blobs.SealAsync(name, until, ct);
        names.Note(name);
    }

    public async Task<bool> DeleteAsync(BlobName name, string? ifTag, CancellationToken ct)
    {
        var deleted = await blobs.DeleteAsync(name, ifTag, ct);
        names.Note(name);
        return deleted;
    }

    private string? Noted(BlobName name, string? tag)
    {
        if (tag is not null)
        {
            names.Note(name);
        }

        return tag;
    }
}
