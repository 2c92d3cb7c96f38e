using System.Buffers.Binary;

namespace PublicAdmin.Pdf;

/// <summary>Bytes of a font or an image read by offset. Files come from strangers, so reading outside is bad data, not a fault.</summary>
internal readonly struct ByteSource(ReadOnlyMemory<byte> bytes, bool littleEndian = false)
{
    public int Length => bytes.Length;

    public ReadOnlySpan<byte> Span => bytes.Span;

    public byte U8(int offset) => At(offset, 1)[0];

    public int U16(int offset) => littleEndian
        ? BinaryPrimitives.ReadUInt16LittleEndian(At(offset, 2))
        : BinaryPrimitives.ReadUInt16BigEndian(At(offset, 2));

    public short S16(int offset) => (short)U16(offset);

    public uint U32(int offset) => littleEndian
        ? BinaryPrimitives.ReadUInt32LittleEndian(At(offset, 4))
        : BinaryPrimitives.ReadUInt32BigEndian(At(offset, 4));

    /// <summary>A 32-bit offset or length that must lie within the file.</summary>
    public int Place(int offset) => U32(offset) is var place && place <= int.MaxValue ? (int)place : throw Outside();

    public ReadOnlySpan<byte> At(int offset, int length) => Slice(offset, length).Span;

    public ReadOnlyMemory<byte> Slice(int offset, int length) =>
        offset >= 0 && length >= 0 && length <= bytes.Length - offset ? bytes.Slice(offset, length) : throw Outside();

    private static InvalidDataException Outside() => new("The file points outside itself.");
}
