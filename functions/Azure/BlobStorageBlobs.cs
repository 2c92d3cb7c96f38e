using System.Net;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;
using PublicAdmin.Platform.Storage;
using Properties = PublicAdmin.Platform.Storage.BlobProperties;

namespace PublicAdmin.Azure;

/// <summary>Blob Storage: block blobs, whose staged blocks are the resumable upload.</summary>
/// <param name="account">The account of the records.</param>
/// <param name="seal">How hard a seal is: Unlocked can be lifted by the account's owner (pilots, tests), Locked by nobody.</param>
/// <param name="clock">Tells whether a seal still holds.</param>
[NeedsRole(AzureRole.BlobContributor, AzureScope.Records), NeedsRole(AzureRole.Sealer, AzureScope.SealedContainers)]
internal sealed class BlobStorageBlobs(BlobServiceClient account, BlobImmutabilityPolicyMode seal, TimeProvider clock) : IBlobs
{
    public async Task<string?> CreateAsync(BlobName name, Stream content, BlobFacts facts, CancellationToken ct)
    {
        try
        {
            return await UploadAsync(name, content, facts, new BlobRequestConditions { IfNoneMatch = ETag.All }, ct);
        }
        catch (RequestFailedException e) when (IsTaken(e))
        {
            return null;
        }
    }

    public async Task<string> WriteAsync(BlobName name, Stream content, BlobFacts facts, string? ifTag, CancellationToken ct)
    {
        await RefuseSealedAsync(name, ct);
        try
        {
            return await UploadAsync(name, content, facts, ifTag is null ? null : new BlobRequestConditions { IfMatch = EntityTags.ToBlob(ifTag) }, ct);
        }
        catch (RequestFailedException e) when (IsStale(e))
        {
            throw new StaleBlobException($"{name}: {e.ErrorCode}.", e);
        }
    }

    public async Task StageAsync(BlobName name, int block, Stream content, CancellationToken ct)
    {
        await using var again = content.CanSeek ? null : await CopyAsync(content, ct);
        await BlobAt(name).StageBlockAsync(BlockIds.Of(block), again ?? content, cancellationToken: ct);
    }

    public async Task<IReadOnlyList<StagedBlock>> StagedAsync(BlobName name, CancellationToken ct)
    {
        try
        {
            var blocks = await BlobAt(name).GetBlockListAsync(BlockListTypes.Uncommitted, cancellationToken: ct);
            return [.. blocks.Value.UncommittedBlocks.Select(block => new StagedBlock(BlockIds.NumberOf(block.Name), block.SizeLong))
                .OrderBy(block => block.Number)];
        }
        catch (RequestFailedException e) when (e.ErrorCode == BlobErrorCode.BlobNotFound)
        {
            return [];
        }
    }

    public async Task<string?> CommitAsync(BlobName name, int count, BlobFacts facts, CancellationToken ct)
    {
        BlobLimits.Check(facts);
        var options = new CommitBlockListOptions
        {
            HttpHeaders = new BlobHttpHeaders { ContentType = facts.ContentType },
            Metadata = facts.Metadata.ToDictionary(),
            Conditions = new BlobRequestConditions { IfNoneMatch = ETag.All },
        };
        try
        {
            return EntityTags.OfBlob((await BlobAt(name).CommitBlockListAsync(Enumerable.Range(0, count).Select(BlockIds.Of), options, ct)).Value.ETag);
        }
        catch (RequestFailedException e) when (IsTaken(e))
        {
            return null;
        }
        catch (RequestFailedException e) when (e.ErrorCode == BlobErrorCode.InvalidBlockList)
        {
            if (await FindAsync(name, ct) is not null)
            {
                return null; // Another commit took the blocks a moment ago.
            }

            throw new StaleBlobException($"{name} lacks one of its {count} blocks.", e);
        }
    }

    public async Task<Properties?> FindAsync(BlobName name, CancellationToken ct)
    {
        try
        {
            var found = (await BlobAt(name).GetPropertiesAsync(cancellationToken: ct)).Value;
            var facts = new BlobFacts(found.ContentType, found.Metadata.ToDictionary());
            return new(found.ContentLength, EntityTags.OfBlob(found.ETag), facts, found.CreatedOn, found.ImmutabilityPolicy?.ExpiresOn);
        }
        catch (RequestFailedException e) when (e.ErrorCode == BlobErrorCode.BlobNotFound)
        {
            return null;
        }
    }

    public async Task<Stream?> OpenAsync(BlobName name, long from, long? length, CancellationToken ct)
    {
        if (length == 0)
        {
            return await FindAsync(name, ct) is null ? null : Stream.Null;
        }

        try
        {
            var options = new BlobDownloadOptions { Range = from == 0 && length is null ? default : new HttpRange(from, length) };
            return (await BlobAt(name).DownloadStreamingAsync(options, ct)).Value.Content;
        }
        catch (RequestFailedException e) when (e.ErrorCode == BlobErrorCode.BlobNotFound)
        {
            return null;
        }
        catch (RequestFailedException e) when (e.ErrorCode == BlobErrorCode.InvalidRange)
        {
            return Stream.Null;
        }
    }

    public async Task SealAsync(BlobName name, DateTimeOffset until, CancellationToken ct)
    {
        var present = await FindAsync(name, ct) ?? throw new StaleBlobException($"{name} is not there to be sealed.");
        if (!(present.SealedUntil >= until))
        {
            await BlobAt(name).SetImmutabilityPolicyAsync(new BlobImmutabilityPolicy { ExpiresOn = until, PolicyMode = seal }, cancellationToken: ct);
        }
    }

    public async Task<bool> DeleteAsync(BlobName name, string? ifTag, CancellationToken ct)
    {
        await RefuseSealedAsync(name, ct);
        try
        {
            await BlobAt(name)
                .DeleteAsync(
                    DeleteSnapshotsOption.IncludeSnapshots, ifTag is null ? null : new BlobRequestConditions { IfMatch = EntityTags.ToBlob(ifTag) }, ct);
            return true;
        }
        catch (RequestFailedException e) when (e.ErrorCode == BlobErrorCode.BlobNotFound)
        {
            return false;
        }
        catch (RequestFailedException e) when (IsStale(e))
        {
            throw new StaleBlobException($"{name}: {e.ErrorCode}.", e);
        }
    }

    // The client sends a block again after a lost answer, so it takes only what can be wound back; a block is a chunk of an upload, a few megabytes.
    private static async Task<Stream> CopyAsync(Stream content, CancellationToken ct)
    {
        var copy = new MemoryStream();
        await content.CopyToAsync(copy, ct);
        copy.Position = 0;
        return copy;
    }

    private async Task<string> UploadAsync(BlobName name, Stream content, BlobFacts facts, BlobRequestConditions? conditions, CancellationToken ct)
    {
        BlobLimits.Check(facts);
        var options = new BlobUploadOptions
        {
            HttpHeaders = new BlobHttpHeaders { ContentType = facts.ContentType },
            Metadata = facts.Metadata.ToDictionary(),
            Conditions = conditions,
        };
        return EntityTags.OfBlob((await BlobAt(name).UploadAsync(content, options, ct)).Value.ETag);
    }

    // Version-level immutability keeps the sealed version whatever happens, but would let a newer one stand before it.
    private async Task RefuseSealedAsync(BlobName name, CancellationToken ct)
    {
        if (await FindAsync(name, ct) is { SealedUntil: { } until } && until > clock.GetUtcNow())
        {
            throw new StaleBlobException($"{name} is sealed until {until:O}.");
        }
    }

    private BlockBlobClient BlobAt(BlobName name)
    {
        BlobLimits.Check(name);
        return account.GetBlobContainerClient(name.Container).GetBlockBlobClient(name.Path);
    }

    private static bool IsTaken(RequestFailedException e) =>
        e.ErrorCode == BlobErrorCode.BlobAlreadyExists || e.Status == (int)HttpStatusCode.PreconditionFailed;

    private static bool IsStale(RequestFailedException e) =>
        e.Status == (int)HttpStatusCode.PreconditionFailed || e.ErrorCode == BlobErrorCode.BlobImmutableDueToPolicy;
}
