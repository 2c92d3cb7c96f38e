namespace PublicAdmin.Platform.Storage;

/// <summary>Numbers of varying length: seven bits a byte, the lowest first; the high bit says that more follow (LEB128).</summary>
internal static class Varint
{
    /// <summary>The most bytes a number takes.</summary>
    public const int Most = 10;

    /// <returns>How many bytes were written.</returns>
    public static int Write(Span<byte> bytes, ulong number)
    {
        var length = 0;
        for (; number >= 0x80; number >>= 7)
        {
            bytes[length++] = (byte)(number | 0x80);
        }

        bytes[length++] = (byte)number;
        return length;
    }

    /// <summary>Moves on behind what was read.</summary>
    public static ulong Read(ref ReadOnlySpan<byte> bytes)
    {
        var (number, shift, at) = (0UL, 0, 0);
        for (; bytes[at] >= 0x80; at++, shift += 7)
        {
            number |= (ulong)(bytes[at] & 0x7F) << shift;
        }

        number |= (ulong)bytes[at] << shift;
        bytes = bytes[(at + 1)..];
        return number;
    }
}
