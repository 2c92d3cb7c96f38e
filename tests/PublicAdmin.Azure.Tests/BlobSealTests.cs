using System.Text;
using Azure.Storage.Blobs.Models;
using PublicAdmin.Azure;
using PublicAdmin.Platform.Storage;

namespace PublicAdmin.Tests.Azure;

/// <summary>Seals against a records account made by infra/ outside production: Azurite cannot seal. What is sealed here stays for a minute.</summary>
public sealed class BlobSealTests
{
    private static readonly CancellationToken Ct = CancellationToken.None;
    private readonly BlobName _name = new(Containers.Results, $"contract/{Guid.NewGuid():N}.pdf");
    private readonly IBlobs _blobs = new BlobStorageBlobs(Servers.Blobs(), BlobImmutabilityPolicyMode.Unlocked, TimeProvider.System);

    [AzureFact]
    public async Task A_sealed_blob_can_be_neither_changed_nor_deleted_and_its_seal_only_prolonged()
    {
        var tag = await _blobs.CreateAsync(_name, new MemoryStream(Encoding.UTF8.GetBytes("signed")), BlobFacts.Of("application/pdf"), Ct);
        var until = (await _blobs.FindAsync(_name, Ct))!.SealedUntil ?? DateTimeOffset.UtcNow;

        await _blobs.SealAsync(_name, until.AddMinutes(1), Ct);
        await _blobs.SealAsync(_name, until.AddSeconds(30), Ct);

        Assert.True((await _blobs.FindAsync(_name, Ct))!.SealedUntil >= until.AddSeconds(59));
        await Assert.ThrowsAsync<StaleBlobException>(() => _blobs.WriteAsync(_name, new MemoryStream([1]), BlobFacts.Of("application/pdf"), tag, Ct));
        await Assert.ThrowsAsync<StaleBlobException>(() => _blobs.DeleteAsync(_name, Ct));
    }
}
