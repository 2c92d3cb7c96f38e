namespace PublicAdmin.Platform.Storage;

/// <summary>
/// The frame nearly every text of a row is packed in (RFC 8878, without its magic number): no more said of it than one compressed block, so that the five
/// bytes before the block follow from its length.
/// </summary>
internal static class BareFrame
{
    /// <summary>Descriptor, window, and three bytes of the block.</summary>
    public const int Head = 5;

    private const int LastAndCompressed = 5;
    private const byte Window = 0x40; // 256 KiB: more than any text.

    public static bool Is(ReadOnlySpan<byte> frame) =>
        frame.Length > Head && frame[0] == 0 && (frame[2] | (frame[3] << 8) | (frame[4] << 16)) == BlockOf(frame.Length - Head);

    /// <param name="block">What stood behind the head.</param>
    /// <param name="frame">Room for both.</param>
    public static ReadOnlySpan<byte> Whole(ReadOnlySpan<byte> block, Span<byte> frame)
    {
        var head = BlockOf(block.Length);
        ReadOnlySpan<byte> before = [0, Window, (byte)head, (byte)(head >> 8), (byte)(head >> 16)];
        before.CopyTo(frame);
        block.CopyTo(frame[Head..]);
        return frame[..(Head + block.Length)];
    }

    private static int BlockOf(int length) => (length << 3) | LastAndCompressed;
}
