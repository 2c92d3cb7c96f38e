using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Sas;
using PublicAdmin.Platform.Http;
using PublicAdmin.Platform.Storage;

namespace PublicAdmin.Azure;

/// <summary>
/// User-delegated access: links signed with a key that storage gives the app's identity for an hour, so no account key is needed, and none
/// exists. Such a link may do no more than the identity itself, and here only read one blob over https.
/// </summary>
[NeedsRole(AzureRole.BlobContributor, AzureScope.Records)]
internal sealed class DelegatedBlobLinks(BlobServiceClient account, TimeProvider clock) : IBlobLinks
{
    // Storage would give it for seven days; but what is signed outlives a role that was taken away.
    private static readonly TimeSpan KeyLife = TimeSpan.FromHours(1);

    // The clocks of storage and of this machine need not agree to the second; a key that begins in the future signs nothing.
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);

    private UserDelegationKey? _key;

    public async Task<Uri> MakeAsync(StoredFile file, DateTimeOffset until, CancellationToken ct)
    {
        BlobLimits.Check(file.Blob);
        var allowed = new BlobSasBuilder(BlobSasPermissions.Read, until)
        {
            BlobContainerName = file.Blob.Container,
            BlobName = file.Blob.Path,
            Resource = "b", // One blob.
            Protocol = SasProtocol.Https,
            ContentType = file.ContentType,
            ContentDisposition = FileAnswer.DispositionOf(file.FileName),
            CacheControl = FileAnswer.CacheControl,
        };
        var address = new BlobUriBuilder(account.Uri) { BlobContainerName = file.Blob.Container, BlobName = file.Blob.Path };
        address.Sas = allowed.ToSasQueryParameters(await KeyAsync(until, ct), account.AccountName);
        return address.ToUri();
    }

    // A link ends no later than the key it is signed with. Two callers at once may ask twice: both keys are good.
    private async Task<UserDelegationKey> KeyAsync(DateTimeOffset until, CancellationToken ct)
    {
        if (_key is not { } key || key.SignedExpiresOn < until)
        {
            _key = key = (await account.GetUserDelegationKeyAsync(clock.GetUtcNow() - Skew, clock.GetUtcNow() + KeyLife, ct)).Value;
        }

        return key;
    }
}
