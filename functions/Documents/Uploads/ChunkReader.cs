using System.Buffers;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;

namespace PublicAdmin.Documents.Uploads;

/// <summary>Reads one chunk of a request's body, whole and unchanged, or says what is wrong with it. The buffer goes back when disposed.</summary>
public sealed class ChunkReader : IDisposable
{
    private readonly byte[] _buffer;
    private readonly int _length;

    private ChunkReader(byte[] buffer, int length) => (_buffer, _length) = (buffer, length);

    public Stream Content => new MemoryStream(_buffer, 0, _length, writable: false);

    /// <param name="request">The chunk is its body.</param>
    /// <param name="chunk">Which; for the refusal's words.</param>
    /// <param name="length">Bytes it must have.</param>
    /// <param name="ct">Cancels.</param>
    public static async Task<Result<ChunkReader>> ReadAsync(HttpRequest request, int chunk, int length, CancellationToken ct)
    {
        if (ContentDigest.Sha256(request.Headers[ContentDigest.Header]) is not { } digest)
        {
            return UploadRefusals.DigestMissing;
        }

        if (request.ContentLength is { } announced && announced != length)
        {
            return UploadRefusals.ChunkLength.With(chunk, length);
        }

        // One byte more than wanted, to notice a body that is too long.
        var reader = new ChunkReader(ArrayPool<byte>.Shared.Rent(length + 1), length);
        var refusal = await reader.FillAsync(request, chunk, digest, ct);
        if (refusal is null)
        {
            return reader;
        }

        reader.Dispose();
        return refusal;
    }

    public void Dispose() => ArrayPool<byte>.Shared.Return(_buffer);

    private async Task<Refusal?> FillAsync(HttpRequest request, int chunk, byte[] digest, CancellationToken ct)
    {
        try
        {
            var read = await request.Body.ReadAtLeastAsync(_buffer.AsMemory(0, _length + 1), _length + 1, throwOnEndOfStream: false, ct);
            return read != _length ? UploadRefusals.ChunkLength.With(chunk, _length)
                : CryptographicOperations.FixedTimeEquals(SHA256.HashData(_buffer.AsSpan(0, _length)), digest) ? null
                : UploadRefusals.DigestDiffers.With(chunk);
        }
        catch (BadHttpRequestException e)
        {
            return e.StatusCode == StatusCodes.Status413PayloadTooLarge ? HttpRefusals.BodyTooLarge : HttpRefusals.BodyCutShort;
        }
    }
}
