using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using PublicAdmin.Platform.Storage;

namespace PublicAdmin.Azure;

/// <summary>Names of the blobs of the records' account.</summary>
[NeedsRole(AzureRole.BlobContributor, AzureScope.Records)]
internal sealed class BlobStorageLists(BlobServiceClient account) : IBlobLists
{
    public async Task<IReadOnlyList<BlobName>> ListAsync(string container, string prefix, CancellationToken ct) =>
        await account.GetBlobContainerClient(container).GetBlobsAsync(BlobTraits.None, BlobStates.None, prefix, ct)
            .Select(blob => new BlobName(container, blob.Name)).ToListAsync(ct);
}
