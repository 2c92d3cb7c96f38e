using System.Buffers;
using System.Text;
using Microsoft.Extensions.ObjectPool;
using ZstdSharp;
using ZstdSharp.Unsafe;

namespace PublicAdmin.Platform.Storage;

/// <summary>
/// Long texts in fewer bytes: zstd (RFC 8878) with a dictionary made of rows as this office writes them, since a row alone is too short to learn from.
/// What is packed begins with the number of its dictionary and the length of the text: a dictionary that rows were once written with stays in the
/// program for ever, and a better one gets the next number. How one is made: <c>tests/Load dictionary</c>.
/// </summary>
internal static class RowTexts
{
    /// <summary>Makes something of a text, UTF-8.</summary>
    public delegate T Reading<out T>(ReadOnlySpan<byte> text);

    private const byte Newest = 1;

    /// <summary>What no row that anybody wrote says: who needs it fails over it, who compares finds it changed.</summary>
    public const string Damaged = "\uFFFD";

    private const int Level = 3; // Higher ones take four times as long and save nothing: the dictionary does the work.
    private const int Head = 6;

    private static readonly byte[][] Dictionaries = [.. Enumerable.Range(1, Newest).Select(Load)];
    private static readonly ObjectPool<Compressor> Packers = new DefaultObjectPool<Compressor>(new Making<Compressor>(Packer));
    private static readonly ObjectPool<Decompressor>[] Unpackers =
        [.. Dictionaries.Select(dictionary => new DefaultObjectPool<Decompressor>(new Making<Decompressor>(() => Unpacker(dictionary))))];

    /// <summary>What texts are packed with now.</summary>
    public static byte[] Dictionary => [.. Dictionaries[Newest - 1]];

    public static byte[] Pack(ReadOnlySpan<byte> text)
    {
        var packed = ArrayPool<byte>.Shared.Rent(Head + Compressor.GetCompressBound(text.Length));
        packed[0] = Newest;
        var head = 1 + Varint.Write(packed.AsSpan(1), (ulong)text.Length);
        var packer = Packers.Get();
        var length = head + packer.Wrap(text, packed.AsSpan(head));
        Packers.Return(packer);
        var bytes = packed.AsSpan(0, length).ToArray();
        ArrayPool<byte>.Shared.Return(packed);
        return bytes;
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
        var number = packed.IsEmpty ? 0 : packed[0];
        if (number is 0 or > Newest || packed[1..].IndexOfAnyInRange((byte)0, (byte)0x7F) is < 0 or >= Varint.Most)
        {
            return null; // Of no dictionary, or of a length without an end.
        }

        packed = packed[1..];
        var length = (int)Math.Min(Varint.Read(ref packed), 2 * TableLimits.MaxValueBytes);
        var text = ArrayPool<byte>.Shared.Rent(length);
        try
        {
            return Fills(packed, text.AsSpan(0, length), Unpackers[number - 1]) ? read(text.AsSpan(0, length)) : null;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(text);
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
