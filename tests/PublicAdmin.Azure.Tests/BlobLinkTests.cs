using Azure.Storage.Blobs.Models;
using PublicAdmin.Azure;
using PublicAdmin.Platform.Storage;
using PublicAdmin.Tests.Platform;

namespace PublicAdmin.Tests.Azure;

/// <summary>The contract of links with keys for delegation, as storage gives them to an identity of Entra ID.</summary>
public sealed class BlobLinkTests : BlobLinkContract, IDisposable
{
    protected override IBlobs Blobs { get; } = new BlobStorageBlobs(Servers.Blobs(), BlobImmutabilityPolicyMode.Unlocked, TimeProvider.System);

    protected override IBlobLinks Links { get; } = new DelegatedBlobLinks(Servers.Blobs(), TimeProvider.System);

    protected override TimeProvider Time => TimeProvider.System;

    protected override HttpClient Http { get; } = Servers.Anybody();

    public void Dispose() => Http.Dispose();
}
