using System.Buffers;

namespace PublicAdmin.Pdf.Writing;

/// <summary>
/// A stream to write a file into before its length is known: its buffer is lent, as a file's hundred kilobytes made anew for each paper keep the collector
/// busy.
/// </summary>
internal sealed class PooledStream : IDisposable
{
    private readonly byte[] _lent;

    /// <param name="most">No more than so many bytes are written.</param>
    public PooledStream(int most)
    {
        _lent = ArrayPool<byte>.Shared.Rent(most);
        Stream = new MemoryStream(_lent, 0, _lent.Length, writable: true, publiclyVisible: true);
        Stream.SetLength(0);
    }

    public MemoryStream Stream { get; }

    public void Dispose() => ArrayPool<byte>.Shared.Return(_lent);
}
