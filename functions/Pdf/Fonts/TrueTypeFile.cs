using System.Buffers.Binary;
using System.Numerics;
using System.Text;

namespace PublicAdmin.Pdf.Fonts;

/// <summary>Tables put together to a font file (OpenType 1.9, "Organization of an OpenType Font").</summary>
internal static class TrueTypeFile
{
    private const uint WholeFileSum = 0xB1B0AFBA; // What all words of a font file add up to ('head').

    /// <summary>The tables of a file by their tags.</summary>
    /// <exception cref="InvalidDataException">One lies outside the file, or two have one tag.</exception>
    public static Dictionary<string, ReadOnlyMemory<byte>> Tables(ByteSource file)
    {
        var tables = new Dictionary<string, ReadOnlyMemory<byte>>();
        for (var (n, count) = (0, file.U16(4)); n < count; n++)
        {
            var entry = 12 + (16 * n);
            if (!tables.TryAdd(Encoding.ASCII.GetString(file.At(entry, 4)), file.Slice(file.Place(entry + 8), file.Place(entry + 12))))
            {
                throw new InvalidDataException("The font has a table twice.");
            }
        }

        return tables;
    }

    /// <summary>Where a glyph's outline lies in 'glyf'; a length of 0 draws nothing ('loca').</summary>
    public static (int From, int Length) PlaceOf(int glyph, ByteSource places, bool areLong)
    {
        var (from, to) = areLong
            ? (places.Place(4 * glyph), places.Place((4 * glyph) + 4))
            : (2 * places.U16(2 * glyph), 2 * places.U16((2 * glyph) + 2));
        return (from, to - from);
    }

    public static int LengthOf(IReadOnlyCollection<ReadOnlyMemory<byte>> tables) => 12 + (16 * tables.Count) + tables.Sum(table => Padded(table.Length));

    /// <param name="tables">By their tags; one is 'head'.</param>
    /// <param name="file">As long as <see cref="LengthOf"/> says.</param>
    public static void Write(SortedDictionary<string, ReadOnlyMemory<byte>> tables, Span<byte> file)
    {
        file.Clear();
        var start = 12 + (16 * tables.Count);
        var power = BitOperations.Log2((uint)tables.Count);
        BinaryPrimitives.WriteUInt32BigEndian(file, 0x00010000);
        WriteU16(file, 4, tables.Count, 16 << power, power, (16 * tables.Count) - (16 << power));

        var (entry, at, head, all) = (12, start, 0, 0u);
        foreach (var (tag, table) in tables)
        {
            table.Span.CopyTo(file[at..]);
            var sum = Sum(file.Slice(at, Padded(table.Length)));
            Encoding.ASCII.GetBytes(tag, file[entry..]);
            BinaryPrimitives.WriteUInt32BigEndian(file[(entry + 4)..], sum);
            BinaryPrimitives.WriteInt32BigEndian(file[(entry + 8)..], at);
            BinaryPrimitives.WriteInt32BigEndian(file[(entry + 12)..], table.Length);
            head = tag == "head" ? at : head;
            (entry, at, all) = (entry + 16, at + Padded(table.Length), all + sum);
        }

        BinaryPrimitives.WriteUInt32BigEndian(file[(head + 8)..], WholeFileSum - (all + Sum(file[..start])));
    }

    private static int Padded(int length) => (length + 3) & ~3;

    private static uint Sum(ReadOnlySpan<byte> words)
    {
        var sum = 0u;
        for (var at = 0; at < words.Length; at += 4)
        {
            sum += BinaryPrimitives.ReadUInt32BigEndian(words[at..]);
        }

        return sum;
    }

    private static void WriteU16(Span<byte> file, int at, params ReadOnlySpan<int> values)
    {
        foreach (var value in values)
        {
            BinaryPrimitives.WriteUInt16BigEndian(file[at..], (ushort)value);
            at += 2;
        }
    }
}
