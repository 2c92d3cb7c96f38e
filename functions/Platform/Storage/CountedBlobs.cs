namespace PublicAdmin.Platform.Storage;

/// <summary>
/// Blobs of either edition, with a count of what Azure is asked for: whoever writes over, seals or deletes a blob looks first whether it is sealed.
/// </summary>
public sealed class CountedBlobs(IBlobs blobs, StorageMeter meter) : IBlobs
{
    public Task<string?> CreateAsync(BlobName name, Stream content, BlobFacts facts, CancellationToken ct) => Write().CreateAsync(name, content, facts, ct);

    public Task<string> WriteAsync(BlobName name, Stream content, BlobFacts facts, string? ifTag, CancellationToken ct) =>
        LookAndWrite().WriteAsync(name, content, facts, ifTag, ct);

    public Task StageAsync(BlobName name, int block, Stream content, CancellationToken ct) => Write().StageAsync(name, block, content, ct);

    public Task<IReadOnlyList<StagedBlock>> StagedAsync(BlobName name, CancellationToken ct) => Read().StagedAsync(name, ct);

    public Task<string?> CommitAsync(BlobName name, int count, BlobFacts facts, CancellationToken ct) => Write().CommitAsync(name, count, facts, ct);

    public Task<BlobProperties?> FindAsync(BlobName name, CancellationToken ct) => Read().FindAsync(name, ct);

    public Task<Stream?> OpenAsync(BlobName name, long from, long? length, CancellationToken ct) => Read().OpenAsync(name, from, length, ct);

    public Task SealAsync(BlobName name, DateTimeOffset until, CancellationToken ct) => LookAndWrite().SealAsync(name, until, ct);

    public Task<bool> DeleteAsync(BlobName name, string? ifTag, CancellationToken ct) => LookAndWrite().DeleteAsync(name, ifTag, ct);

    private IBlobs Read() => Counting(StorageOperation.BlobRead);

    private IBlobs Write() => Counting(StorageOperation.BlobWrite);

    private IBlobs LookAndWrite()
    {
        meter.Count(StorageOperation.BlobRead);
        return Write();
    }

    private IBlobs Counting(StorageOperation operation)
    {
        meter.Count(operation);
        return blobs;
    }
}
