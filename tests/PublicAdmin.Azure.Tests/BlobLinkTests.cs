using Azure.Storage.Blobs.Models;
using PublicAdmin.Azure;
using PublicAdmin.Platform.Storage;
using PublicAdmin.Tests.Platform;

namespace PublicAdmin.Tests.Azure;

/// <summary>The contract of links against an account in Azure: keys for delegation come from Entra ID, which no emulator started with a connection string has.</summary>
public sealed class BlobLinkTests : BlobLinkContract, IDisposable
{
    protected override IBlobs Blobs { get; } = new BlobStorageBlobs(Servers.Blobs(), BlobImmutabilityPolicyMode.Unlocked, TimeProvider.System);

    protected override IBlobLinks Links { get; } = new DelegatedBlobLinks(Servers.Blobs(), TimeProvider.System);

    protected override TimeProvider Time => TimeProvider.System;

    protected override HttpClient Http { get; } = new();

    public void Dispose() => Http.Dispose();
}
