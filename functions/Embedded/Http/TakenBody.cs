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

    private RateLimitLease? _memory;
    private byte[] _lent = [];
    private int _length;

    public long Length => _length;

    /// <summary>Valid until the request is answered.</summary>
    public ReadOnlyMemory<byte> Bytes => _lent.AsMemory(0, _length);

    /// <summary>Whether its share of the memory was given; small bodies need none.</summary>
    public bool HasRoom => _memory is not null;

    public void Add(in ReadOnlySequence<byte> more)
    {
        var longer = checked(_length + (int)more.Length);
        if (longer > _lent.Length)
        {
            Lend(Math.Max(longer, Math.Min(2 * _lent.Length, LargestLent)));
        }

        more.CopyTo(_lent.AsSpan(_length));
        _length = longer;
    }

    /// <param name="memory">Given back with this.</param>
    /// <param name="length">Bytes that were announced; null when nobody knows.</param>
    public void MakeRoom(RateLimitLease memory, int? length)
    {
        _memory = memory;
        if (length > _lent.Length)
        {
            Lend(length.Value);
        }
    }

    /// <summary>From the beginning.</summary>
    public Stream Read() => new MemoryStream(_lent, 0, _length, writable: false, publiclyVisible: true);

    public void Dispose()
    {
        _memory?.Dispose();
        GiveBack(Interlocked.Exchange(ref _lent, []));
    }

    private void Lend(int length)
    {
        var (before, larger) = (_lent, Buffers.Rent(length));
        before.AsSpan(0, _length).CopyTo(larger);
        _lent = larger;
        GiveBack(before);
    }

    private static void GiveBack(byte[] lent)
    {
        if (lent.Length > 0)
        {
            Buffers.Return(lent);
        }
    }
}
