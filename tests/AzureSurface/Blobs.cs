// Azure.Storage.Blobs 12.30.0: azure-sdk-for-net, sdk/storage/Azure.Storage.Blobs/api/Azure.Storage.Blobs.net10.0.cs at 00124708.
using Azure.Core;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Sas;

namespace Azure.Storage.Blobs
{
    public partial class BlobClientOptions : ClientOptions
    {
        internal BlobClientOptions() => throw null;
    }

    public partial class BlobContainerClient
    {
        protected BlobContainerClient() => throw null;

        public virtual Task<Response<BlobContainerInfo>> CreateIfNotExistsAsync(
            PublicAccessType publicAccessType = PublicAccessType.None,
            IDictionary<string, string> metadata = null,
            BlobContainerEncryptionScopeOptions encryptionScopeOptions = null,
            CancellationToken cancellationToken = default) => throw null;
    }

    public partial class BlobServiceClient
    {
        protected BlobServiceClient() => throw null;

        public BlobServiceClient(string connectionString) => throw null;

        public BlobServiceClient(Uri serviceUri, TokenCredential credential, BlobClientOptions options = null) => throw null;

        public virtual string AccountName => throw null;

        public virtual Uri Uri => throw null;

        public virtual BlobContainerClient GetBlobContainerClient(string blobContainerName) => throw null;

        public virtual Task<Response<UserDelegationKey>> GetUserDelegationKeyAsync(
            DateTimeOffset? startsOn, DateTimeOffset expiresOn, CancellationToken cancellationToken) => throw null;
    }

    public partial class BlobUriBuilder
    {
        public BlobUriBuilder(Uri uri) => throw null;

        public string BlobContainerName { get => throw null; set => throw null; }

        public string BlobName { get => throw null; set => throw null; }

        public BlobSasQueryParameters Sas { get => throw null; set => throw null; }

        public Uri ToUri() => throw null;
    }
}

namespace Azure.Storage.Blobs.Specialized
{
    public partial class BlobBaseClient
    {
        protected BlobBaseClient() => throw null;

        public virtual Task<Response> DeleteAsync(
            DeleteSnapshotsOption snapshotsOption = DeleteSnapshotsOption.None, BlobRequestConditions conditions = null, CancellationToken cancellationToken = default) => throw null;

        public virtual Task<Response<BlobDownloadStreamingResult>> DownloadStreamingAsync(
            BlobDownloadOptions options = null, CancellationToken cancellationToken = default) => throw null;

        public virtual Task<Response<BlobProperties>> GetPropertiesAsync(
            BlobRequestConditions conditions = null, CancellationToken cancellationToken = default) => throw null;

        public virtual Task<Response<GetBlobTagResult>> GetTagsAsync(
            BlobRequestConditions conditions = null, CancellationToken cancellationToken = default) => throw null;

        public virtual Task<Response<BlobImmutabilityPolicy>> SetImmutabilityPolicyAsync(
            BlobImmutabilityPolicy immutabilityPolicy, BlobRequestConditions conditions = null, CancellationToken cancellationToken = default) => throw null;
    }

    public partial class BlockBlobClient : BlobBaseClient
    {
        protected BlockBlobClient() => throw null;

        public virtual Task<Response<BlobContentInfo>> CommitBlockListAsync(
            IEnumerable<string> base64BlockIds, CommitBlockListOptions options, CancellationToken cancellationToken = default) => throw null;

        public virtual Task<Response<BlockList>> GetBlockListAsync(
            BlockListTypes blockListTypes = BlockListTypes.All, string snapshot = null, BlobRequestConditions conditions = null, CancellationToken cancellationToken = default) => throw null;

        public virtual Task<Response<BlockInfo>> StageBlockAsync(
            string base64BlockId, Stream content, BlockBlobStageBlockOptions options = null, CancellationToken cancellationToken = default) => throw null;

        public virtual Task<Response<BlobContentInfo>> UploadAsync(
            Stream content, BlobUploadOptions options, CancellationToken cancellationToken = default) => throw null;
    }

    public static partial class SpecializedBlobExtensions
    {
        public static BlockBlobClient GetBlockBlobClient(this BlobContainerClient client, string blobName) => throw null;
    }
}
