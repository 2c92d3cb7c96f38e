using System.Security.Cryptography;
using PublicAdmin.Platform.Storage;

namespace PublicAdmin.Archive.Packages;

/// <summary>
/// Writes a new blob as it comes, block by block, whatever its size: never more than one block is in memory. What is never committed vanishes.
/// </summary>
internal sealed class BlockStream(IBlobs blobs, BlobName name) : Stream
{
    private const int BlockBytes = 4 * 1024 * 1024;

    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly MemoryStream _block = new(BlockBytes);
    private int _blocks;

    public long Written { get; private set; }

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => Written;
        set => throw new NotSupportedException();
    }

    // The ZIP's headers come this way, a few bytes each; they wait for the next block.
    public override void Write(byte[] buffer, int offset, int count) => Take(buffer.AsSpan(offset, count));

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        Take(buffer.Span);
        if (_block.Length >= BlockBytes)
        {
            await StageAsync(cancellationToken);
        }
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    /// <returns>The SHA-256 of all of it, hex.</returns>
    public async Task<string> CommitAsync(string contentType, CancellationToken ct)
    {
        if (_block.Length > 0)
        {
            await StageAsync(ct);
        }

        await blobs.CommitAsync(name, _blocks, BlobFacts.Of(contentType), ct);
        return Convert.ToHexStringLower(_hash.GetHashAndReset());
    }

    public override void Flush()
    {
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        _hash.Dispose();
        _block.Dispose();
        base.Dispose(disposing);
    }

    private void Take(ReadOnlySpan<byte> bytes)
    {
        _hash.AppendData(bytes);
        _block.Write(bytes);
        Written += bytes.Length;
    }

    private async Task StageAsync(CancellationToken ct)
    {
        _block.Position = 0;
        await blobs.StageAsync(name, _blocks++, _block, ct);
        _block.SetLength(0);
    }
}
