// Azure.Storage.Blobs 12.30.0: azure-sdk-for-net, sdk/storage/Azure.Storage.Blobs/api/Azure.Storage.Blobs.net10.0.cs at 00124708.
namespace Azure.Storage.Blobs.Models;

public readonly partial struct BlobBlock : IEquatable<BlobBlock>
{
    public string Name => throw null;

    public long SizeLong => throw null;

    public bool Equals(BlobBlock other) => throw null;

    public override bool Equals(object obj) => throw null;

    public override int GetHashCode() => throw null;
}

public partial class BlobContainerEncryptionScopeOptions
{
    public BlobContainerEncryptionScopeOptions() => throw null;
}

public partial class BlobContainerInfo
{
    internal BlobContainerInfo() => throw null;
}

public partial class BlobContentInfo
{
    internal BlobContentInfo() => throw null;

    public ETag ETag => throw null;
}

public partial class BlobDownloadOptions
{
    public BlobDownloadOptions() => throw null;

    public HttpRange Range { get => throw null; set => throw null; }
}

public partial class BlobDownloadStreamingResult : IDisposable
{
    internal BlobDownloadStreamingResult() => throw null;

    public Stream Content => throw null;

    public void Dispose() => throw null;
}

public readonly partial struct BlobErrorCode : IEquatable<BlobErrorCode>
{
    public BlobErrorCode(string value) => throw null;

    public static BlobErrorCode BlobAlreadyExists => throw null;

    public static BlobErrorCode BlobImmutableDueToPolicy => throw null;

    public static BlobErrorCode BlobNotFound => throw null;

    public static BlobErrorCode InvalidBlockList => throw null;

    public static BlobErrorCode InvalidRange => throw null;

    public bool Equals(BlobErrorCode other) => throw null;

    public bool Equals(string value) => throw null;

    public override bool Equals(object obj) => throw null;

    public override int GetHashCode() => throw null;

    public static bool operator ==(BlobErrorCode left, BlobErrorCode right) => throw null;

    public static bool operator ==(BlobErrorCode code, string value) => throw null;

    public static bool operator ==(string value, BlobErrorCode code) => throw null;

    public static bool operator !=(BlobErrorCode left, BlobErrorCode right) => throw null;

    public static bool operator !=(BlobErrorCode code, string value) => throw null;

    public static bool operator !=(string value, BlobErrorCode code) => throw null;
}

public partial class BlobHttpHeaders
{
    public BlobHttpHeaders() => throw null;

    public string ContentType { get => throw null; set => throw null; }
}

public partial class BlobImmutabilityPolicy
{
    public BlobImmutabilityPolicy() => throw null;

    public DateTimeOffset? ExpiresOn { get => throw null; set => throw null; }

    public BlobImmutabilityPolicyMode? PolicyMode { get => throw null; set => throw null; }
}

public enum BlobImmutabilityPolicyMode
{
    Mutable = 0,
    Unlocked = 1,
    Locked = 2,
}

public partial class BlobLeaseRequestConditions : RequestConditions
{
    public BlobLeaseRequestConditions() => throw null;
}

public partial class BlobProperties
{
    public BlobProperties() => throw null;

    public long ContentLength => throw null;

    public string ContentType => throw null;

    public DateTimeOffset CreatedOn => throw null;

    public ETag ETag => throw null;

    public BlobImmutabilityPolicy ImmutabilityPolicy => throw null;

    public IDictionary<string, string> Metadata => throw null;
}

public partial class BlobRequestConditions : BlobLeaseRequestConditions
{
    public BlobRequestConditions() => throw null;
}

public partial class BlobUploadOptions
{
    public BlobUploadOptions() => throw null;

    public BlobRequestConditions Conditions { get => throw null; set => throw null; }

    public BlobHttpHeaders HttpHeaders { get => throw null; set => throw null; }

    public IDictionary<string, string> Metadata { get => throw null; set => throw null; }
}

public partial class BlockBlobStageBlockOptions
{
    public BlockBlobStageBlockOptions() => throw null;
}

public partial class BlockInfo
{
    internal BlockInfo() => throw null;
}

public partial class BlockList
{
    internal BlockList() => throw null;

    public IEnumerable<BlobBlock> UncommittedBlocks => throw null;
}

public partial class GetBlobTagResult
{
    public GetBlobTagResult() => throw null;

    public IDictionary<string, string> Tags => throw null;
}

[Flags]
public enum BlockListTypes
{
    Committed = 1,
    Uncommitted = 2,
    All = 3,
}

public partial class CommitBlockListOptions
{
    public CommitBlockListOptions() => throw null;

    public BlobRequestConditions Conditions { get => throw null; set => throw null; }

    public BlobHttpHeaders HttpHeaders { get => throw null; set => throw null; }

    public IDictionary<string, string> Metadata { get => throw null; set => throw null; }
}

public enum DeleteSnapshotsOption
{
    None = 0,
    IncludeSnapshots = 1,
    OnlySnapshots = 2,
}

public partial class UserDelegationKey
{
    internal UserDelegationKey() => throw null;

    public DateTimeOffset SignedExpiresOn => throw null;
}

public enum PublicAccessType
{
    None = 0,
    BlobContainer = 1,
    Blob = 2,
}
