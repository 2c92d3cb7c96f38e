using System.Buffers.Binary;

namespace PublicAdmin.Scans.Judging;

/// <summary>Reads numbers out of bytes nobody vouches for: what lies outside is null, never an exception.</summary>
internal static class Bytes
{
    public static int? U16(ReadOnlySpan<byte> bytes, long at, bool little) => Inside(bytes, at, 2)
        ? little ? BinaryPrimitives.ReadUInt16LittleEndian(bytes[(int)at..]) : BinaryPrimitives.ReadUInt16BigEndian(bytes[(int)at..])
        : null;

    public static long? U32(ReadOnlySpan<byte> bytes, long at, bool little) => Inside(bytes, at, 4)
        ? little ? BinaryPrimitives.ReadUInt32LittleEndian(bytes[(int)at..]) : BinaryPrimitives.ReadUInt32BigEndian(bytes[(int)at..])
        : null;

    public static bool Inside(ReadOnlySpan<byte> bytes, long at, long length) => at >= 0 && length >= 0 && at <= bytes.Length - length;
}
