namespace PublicAdmin.Platform.Storage;

internal static class WholeBlobs
{
    /// <summary>All bytes of a blob; null when there is none.</summary>
    public static async Task<byte[]?> ReadAsync(this IBlobs blobs, BlobName name, CancellationToken ct)
    {
        await using var stream = await blobs.OpenAsync(name, 0, null, ct);
        if (stream is null)
        {
            return null;
        }

        var bytes = new MemoryStream();
        await stream.CopyToAsync(bytes, ct);
        return bytes.ToArray();
    }
}
