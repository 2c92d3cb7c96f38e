using System.Net;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Specialized;
using PublicAdmin.Documents.Checking;
using PublicAdmin.Platform.Storage;

namespace PublicAdmin.Azure;

/// <summary>
/// Microsoft Defender for Storage scans every blob when it is committed and writes what it found into the blob's index tags, usually within
/// seconds. A verdict it could not come to ("Not scanned", "SAM259206: …") is nobody's verdict: such a paper is not called clean.
/// </summary>
[NeedsRole(AzureRole.TagReader, AzureScope.OpenContainers)]
internal sealed class DefenderVerdicts(BlobServiceClient account) : IVirusScanner
{
    // Microsoft's pages write the key with a small and a capital s.
    private const string Key = "Malware scanning scan result";
    private const string Clean = "No threats found";
    private const string Infected = "Malicious";

    public async Task<VirusVerdict?> ScanAsync(BlobName paper, ReadOnlyMemory<byte> file, CancellationToken ct)
    {
        try
        {
            var tags = await account.GetBlobContainerClient(paper.Container).GetBlockBlobClient(paper.Path).GetTagsAsync(cancellationToken: ct);
            return Read(tags.Value.Tags);
        }
        catch (RequestFailedException e) when (e.Status is (int)HttpStatusCode.Forbidden or (int)HttpStatusCode.TooManyRequests
            or >= (int)HttpStatusCode.InternalServerError)
        {
            throw new IOException($"The verdict could not be read: {e.ErrorCode}.", e);
        }
    }

    internal static VirusVerdict? Read(
        IEnumerable<KeyValuePair<string, string>> tags) => tags.FirstOrDefault(tag => tag.Key.Equals(Key, StringComparison.OrdinalIgnoreCase)).Value switch
    {
        null => null,
        Clean => new VirusVerdict(Scanned: true),
        Infected => new VirusVerdict(Scanned: true, "Microsoft Defender"),
        _ => new VirusVerdict(Scanned: false),
    };
}
