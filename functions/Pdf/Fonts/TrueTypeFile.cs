using System.Buffers.Binary;
using System.Numerics;
using System.Text;

namespace PublicAdmin.Pdf.Fonts;

/// <summary>Tables put together to a font file (OpenType 1.9, "Organization of an OpenType Font").</summary>
internal static class TrueTypeFile
{
    private const uint WholeFileSum = 0xB1B0AFBA; // What all words of a font file add up to ('head').

    /// <param name="tables">By their tags; one is 'head'.</param>
    public static byte[] Of(SortedDictionary<string, byte[]> tables)
    {
        var start = 12 + (16 * tables.Count);
        var file = new byte[start + tables.Values.Sum(table => Padded(table.Length))];
        var power = BitOperations.Log2((uint)tables.Count);
        BinaryPrimitives.WriteUInt32BigEndian(file, 0x00010000);
        WriteU16(file, 4, tables.Count, 16 << power, power, (16 * tables.Count) - (16 << power));

        var (entry, at) = (12, start);
        foreach (var (tag, table) in tables)
        {
            table.CopyTo(file, at);
            Encoding.ASCII.GetBytes(tag, file.AsSpan(entry));
            BinaryPrimitives.WriteUInt32BigEndian(file.AsSpan(entry + 4), Sum(file.AsSpan(at, Padded(table.Length))));
            BinaryPrimitives.WriteInt32BigEndian(file.AsSpan(entry + 8), at);
            BinaryPrimitives.WriteInt32BigEndian(file.AsSpan(entry + 12), table.Length);
            (entry, at) = (entry + 16, at + Padded(table.Length));
        }

        var head = start + tables.TakeWhile(table => table.Key != "head").Sum(table => Padded(table.Value.Length));
        BinaryPrimitives.WriteUInt32BigEndian(file.AsSpan(head + 8), WholeFileSum - Sum(file));
        return file;
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

    private static void WriteU16(byte[] file, int at, params ReadOnlySpan<int> values)
    {
        foreach (var value in values)
        {
            BinaryPrimitives.WriteUInt16BigEndian(file.AsSpan(at), (ushort)value);
            at += 2;
        }
    }
}
