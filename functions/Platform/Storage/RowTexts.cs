using System.Buffers;
using System.Text;
using Microsoft.Extensions.ObjectPool;
using ZstdSharp;
using ZstdSharp.Unsafe;

namespace PublicAdmin.Platform.Storage;

/// <summary>
/// Long texts in fewer bytes: zstd (RFC 8878) with a dictionary made of rows as this office writes them, since a row alone is too short to learn from.
/// What is packed begins with the number of its dictionary and the length of the text: a dictionary that rows were once written with stays in the
/// program for ever, and a better one gets the next number. How one is made: <c>tests/Load dictionary</c>. Of nearly every text the frame is one block, and
/// what stands before it says nothing: from the second dictionary on the block alone follows, and a frame of another shape is marked.
/// </summary>
internal static class RowTexts
{
    /// <summary>Makes something of a text, UTF-8.</summary>
    public delegate T Reading<out T>(ReadOnlySpan<byte> text);

    private const byte Newest = 2;
    private const byte Framed = 0x80; // Beside the number: the whole frame follows, as it always does with the first dictionary.

    /// <summary>What no row that anybody wrote says: who needs it fails over it, who compares finds it changed.</summary>
    public const string Damaged = "\uFFFD";

    private const int Level = 12; // Saves a tenth over the usual 3 for 7 µs a text; higher ones save nothing more.
    private const int Head = 6;

    private static readonly byte[][] Dictionaries = [.. Enumerable.Range(1, Newest).Select(Load)];
    private static readonly ObjectPool<Compressor> Packers = new DefaultObjectPool<Compressor>(new Making<Compressor>(Packer));
    private static readonly ObjectPool<Decompressor>[] Unpackers =
        [.. Dictionaries.Select(dictionary => new DefaultObjectPool<Decompressor>(new Making<Decompressor>(() => Unpacker(dictionary))))];

    /// <summary>What texts were ever packed with, by number, for whoever is to open them without this program.</summary>
    public static IEnumerable<(int Number, byte[] Bytes)> Numbered => Dictionaries.Select((dictionary, n) => (n + 1, (byte[])[.. dictionary]));

    public static byte[] Pack(ReadOnlySpan<byte> text)
    {
        var lent = ArrayPool<byte>.Shared.Rent(Compressor.GetCompressBound(text.Length));
        var packer = Packers.Get();
        ReadOnlySpan<byte> frame = lent.AsSpan(0, packer.Wrap(text, lent));
        Packers.Return(packer);
        Span<byte> head = stackalloc byte[Head];
        head[0] = BareFrame.Is(frame) ? Newest : (byte)(Newest | Framed);
        var bare = head[0] == Newest ? frame[BareFrame.Head..] : frame;
        head = head[..(1 + Varint.Write(head[1..], (ulong)text.Length))];
        byte[] packed = [.. head, .. bare];
        ArrayPool<byte>.Shared.Return(lent);
        return packed;
    }

    /// <summary>A damaged text is no text anybody wrote: who needs it fails over it, who compares finds it changed, and it hides no row beside it.</summary>
    public static string Unpack(ReadOnlySpan<byte> packed) => Read(packed, Encoding.UTF8.GetString) ?? Damaged;

    /// <summary>Reads a text where it was unpacked, without a string of it.</summary>
    /// <param name="packed">As <see cref="Pack"/> made it.</param>
    /// <param name="read">Is handed the text, UTF-8, for as long as it runs.</param>
    /// <returns>What was read; null for a damaged text.</returns>
    public static T? Read<T>(ReadOnlySpan<byte> packed, Reading<T> read)
        where T : class
    {
        var number = packed.IsEmpty ? 0 : packed[0] & ~Framed;
        if (number is 0 or > Newest || packed[1..].IndexOfAnyInRange((byte)0, (byte)0x7F) is < 0 or >= Varint.Most)
        {
            return null; // Of no dictionary, or of a length without an end.
        }

        var isFrame = number is 1 || packed[0] != number;
        packed = packed[1..];
        var length = (int)Math.Min(Varint.Read(ref packed), 2 * TableLimits.MaxValueBytes);
        var (text, lent) = (ArrayPool<byte>.Shared.Rent(length), isFrame ? null : ArrayPool<byte>.Shared.Rent(BareFrame.Head + packed.Length));
        try
        {
            return Fills(isFrame ? packed : BareFrame.Whole(packed, lent), text.AsSpan(0, length), Unpackers[number - 1]) ? read(text.AsSpan(0, length)) : null;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(text);
            if (lent is not null)
            {
                ArrayPool<byte>.Shared.Return(lent);
            }
        }
    }

    private static bool Fills(ReadOnlySpan<byte> packed, Span<byte> text, ObjectPool<Decompressor> unpackers)
    {
        var unpacker = unpackers.Get();
        try
        {
            var length = unpacker.Unwrap(packed, text); // After a fault it is not given back.
            unpackers.Return(unpacker);
            return length == text.Length;
        }
        catch (ZstdException)
        {
            return false;
        }
    }

    // The frame says nothing of its magic number, length, checksum and dictionary: ten bytes of each row.
    private static Compressor Packer()
    {
        var packer = new Compressor(Level);
        packer.SetParameter(ZSTD_cParameter.ZSTD_c_contentSizeFlag, 0);
        packer.SetParameter(ZSTD_cParameter.ZSTD_c_dictIDFlag, 0);
        packer.SetParameter(ZSTD_cParameter.ZSTD_c_checksumFlag, 0);
        packer.SetParameter(ZSTD_cParameter.ZSTD_c_experimentalParam2, (int)ZSTD_format_e.ZSTD_f_zstd1_magicless);
        packer.LoadDictionary(Dictionaries[Newest - 1]);
        return packer;
    }

    private static Decompressor Unpacker(byte[] dictionary)
    {
        var unpacker = new Decompressor();
        unpacker.SetParameter(ZSTD_dParameter.ZSTD_d_experimentalParam1, (int)ZSTD_format_e.ZSTD_f_zstd1_magicless);
        unpacker.LoadDictionary(dictionary);
        return unpacker;
    }

    private static byte[] Load(int number)
    {
        using var resource = typeof(RowTexts).Assembly.GetManifestResourceStream($"PublicAdmin.Platform.Storage.row-dictionary-{number}.zstd")!;
        var bytes = new byte[resource.Length];
        resource.ReadExactly(bytes);
        return bytes;
    }

    private sealed class Making<T>(Func<T> make) : PooledObjectPolicy<T>
        where T : class
    {
        public override T Create() => make();

        public override bool Return(T obj) => true;
    }
}
