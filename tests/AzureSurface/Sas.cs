// Azure.Storage.Blobs 12.30.0 (at 00124708), with SasProtocol and SasQueryParameters of its Azure.Storage.Common.
using Azure.Storage.Blobs.Models;

namespace Azure.Storage.Sas;

public partial class BlobSasBuilder
{
    public BlobSasBuilder(BlobSasPermissions permissions, DateTimeOffset expiresOn) => throw null;

    public string BlobContainerName { get => throw null; set => throw null; }

    public string BlobName { get => throw null; set => throw null; }

    public string CacheControl { get => throw null; set => throw null; }

    public string ContentDisposition { get => throw null; set => throw null; }

    public string ContentType { get => throw null; set => throw null; }

    public SasProtocol Protocol { get => throw null; set => throw null; }

    public string Resource { get => throw null; set => throw null; }

    public BlobSasQueryParameters ToSasQueryParameters(UserDelegationKey userDelegationKey, string accountName) => throw null;
}

[Flags]
public enum BlobSasPermissions
{
    All = -1,
    Read = 1,
    Add = 2,
    Create = 4,
    Write = 8,
    Delete = 16,
    Tag = 32,
    DeleteBlobVersion = 64,
    List = 128,
    Move = 256,
    Execute = 512,
    SetImmutabilityPolicy = 1024,
    PermanentDelete = 2048,
}

public sealed partial class BlobSasQueryParameters : SasQueryParameters
{
    internal BlobSasQueryParameters() => throw null;
}

public enum SasProtocol
{
    None = 0,
    HttpsAndHttp = 1,
    Https = 2,
}

public partial class SasQueryParameters
{
    protected SasQueryParameters() => throw null;
}
