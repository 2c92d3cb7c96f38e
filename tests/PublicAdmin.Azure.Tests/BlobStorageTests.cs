using Azure.Storage.Blobs.Models;
using PublicAdmin.Azure;
using PublicAdmin.Platform.Storage;
using PublicAdmin.Tests.Platform;

namespace PublicAdmin.Tests.Azure;

/// <summary>The contract of the blobs against Azurite or Azure. Every test has a name of its own.</summary>
public sealed class BlobStorageTests : BlobBlockContract, IAsyncLifetime
{
    protected override IBlobs Blobs { get; } = new BlobStorageBlobs(Servers.Blobs(), BlobImmutabilityPolicyMode.Unlocked, TimeProvider.System);

    protected override TimeProvider Time => TimeProvider.System;

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => Blobs.DeleteAsync(Name, CancellationToken.None);
}
