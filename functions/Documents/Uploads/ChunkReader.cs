using System.Buffers;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;

namespace PublicAdmin.Documents.Uploads;

/// <summary>Reads one chunk of a request's body, whole and unchanged, or says what is wrong with it. The buffer goes back when disposed.</summary>
public sealed class ChunkReader : IDisposable
{
    private readonly byte[]? _rented;
    private ArraySegment<byte> _chunk;

    private ChunkReader(byte[]? rented, ArraySegment<byte> chunk) => (_rented, _chunk) = (rented, chunk);

    public Stream Content => new MemoryStream(_chunk.Array!, _chunk.Offset, _chunk.Count, writable: false);

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

        var reader = TheWholeOf(request) is { } whole ? new ChunkReader(null, whole) : new ChunkReader(ArrayPool<byte>.Shared.Rent(length + 1), default);
        var refusal = await reader.FillAsync(request, length, ct) ?? await reader.CompareAsync(chunk, length, digest);
        if (refusal is null)
        {
            return reader;
        }

        reader.Dispose();
        return refusal;
    }

    public void Dispose()
    {
        if (_rented is not null)
        {
            ArrayPool<byte>.Shared.Return(_rented);
        }
    }

    // In memory already, where the server takes bodies in by itself: not copied again.
    private static ArraySegment<byte>? TheWholeOf(HttpRequest request) =>
        request.HttpContext.Features.Get<ReceivedBody>() is { } received && MemoryMarshal.TryGetArray(received.Bytes, out var bytes)
            ? bytes : (ArraySegment<byte>?)null;

    private async Task<Refusal?> CompareAsync(int chunk, int length, byte[] digest) =>
        _chunk.Count != length ? UploadRefusals.ChunkLength.With(chunk, length)
        : !CryptographicOperations.FixedTimeEquals(await PatientHash.Sha256Async(_chunk), digest) ? UploadRefusals.DigestDiffers.With(chunk)
        : null;

    private async Task<Refusal?> FillAsync(HttpRequest request, int length, CancellationToken ct)
    {
        if (_rented is null)
        {
            return null;
        }

        try
        {
            // One byte more than wanted, to notice a body that is too long.
            var read = await request.Body.ReadAtLeastAsync(_rented.AsMemory(0, length + 1), length + 1, throwOnEndOfStream: false, ct);
            _chunk = new ArraySegment<byte>(_rented, 0, read);
            return null;
        }
        catch (BadHttpRequestException e)
        {
            return e.StatusCode == StatusCodes.Status413PayloadTooLarge ? HttpRefusals.BodyTooLarge : HttpRefusals.BodyCutShort;
        }
    }
}
