using System.Buffers;
using System.Threading.RateLimiting;

namespace PublicAdmin.Embedded.Http;

/// <summary>
/// The bytes of a body, and the memory they hold until the request is answered. A file's chunk lies in a buffer that is lent and given back: made anew for
/// each, forty callers' chunks have the collector stop everybody dozens of times a second.
/// </summary>
internal sealed class TakenBody : IDisposable
{
    private const int LargestLent = 4 * 1024 * 1024;
    private const int Kept = 16;
    private static readonly ArrayPool<byte> Buffers = ArrayPool<byte>.Create(LargestLent, Kept);

    private MemoryStream _bytes = new();
    private RateLimitLease? _memory;
    private byte[]? _lent;

    public long Length => _bytes.Length;

    /// <summary>Valid until the request is answered.</summary>
    public ReadOnlyMemory<byte> Bytes => _bytes.GetBuffer().AsMemory(0, (int)_bytes.Length);

    /// <summary>Whether its share of the memory was given; small bodies need none.</summary>
    public bool HasRoom => _memory is not null;

    public void Add(in ReadOnlySequence<byte> more)
    {
        foreach (var segment in more)
        {
            _bytes.Write(segment.Span);
        }
    }

    /// <param name="memory">Given back with this.</param>
    /// <param name="length">Bytes that were announced; null when nobody knows.</param>
    public void MakeRoom(RateLimitLease memory, int? length)
    {
        _memory = memory;
        if (length is not { } announced || announced <= _bytes.Length)
        {
            return;
        }

        _lent = announced <= LargestLent ? Buffers.Rent(announced) : null;
        var room = new MemoryStream(_lent ?? new byte[announced], 0, announced, writable: true, publiclyVisible: true);
        room.SetLength(0);
        _bytes.WriteTo(room);
        _bytes = room;
    }

    /// <summary>From the beginning.</summary>
    public Stream Read()
    {
        _bytes.Position = 0;
        return _bytes;
    }

    public void Dispose()
    {
        _memory?.Dispose();
        if (Interlocked.Exchange(ref _lent, null) is { } lent)
        {
            Buffers.Return(lent);
        }
    }
}
