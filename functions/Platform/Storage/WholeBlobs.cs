using System.Security.Cryptography;

namespace PublicAdmin.Platform.Storage;

internal static class WholeBlobs
{
    private const int HashLength = 64;

    /// <summary>All bytes of a blob; null when there is none.</summary>
    public static async Task<byte[]?> ReadAsync(this IBlobs blobs, BlobName name, CancellationToken ct)
    {
        await using var stream = await blobs.OpenAsync(name, 0, null, ct);
        if (stream is null)
        {
            return null;
        }

        if (stream.CanSeek)
        {
            var whole = new byte[stream.Length - stream.Position];
            await stream.ReadExactlyAsync(whole, ct);
            return whole;
        }

        var bytes = new MemoryStream();
        await stream.CopyToAsync(bytes, ct);
        return bytes.ToArray();
    }

    /// <summary>A part of a blob, after the whole of one that is named by its SHA-256 was held against that name.</summary>
    /// <returns>Null when there is none.</returns>
    /// <exception cref="BlobLostException">Its bytes are not what was stored.</exception>
    public static async Task<Stream?> OpenIntactAsync(this IBlobs blobs, BlobName name, long from, long? length, CancellationToken ct)
    {
        var named = name.Path[(name.Path.LastIndexOf('/') + 1)..];
        if (named.Length == HashLength && named.All(char.IsAsciiHexDigitLower))
        {
            await using var whole = await blobs.OpenAsync(name, 0, null, ct);
            if (whole is not null && Convert.ToHexStringLower(await SHA256.HashDataAsync(whole, ct)) != named)
            {
                throw new BlobLostException($"{name.Container}: the bytes of a blob are not those it is named by.");
            }
        }

        return await blobs.OpenAsync(name, from, length, ct);
    }
}
