namespace PublicAdmin.Scans.Judging;

/// <summary>Walks the chunks of a PNG (ISO/IEC 15948) and checks each one's CRC, so that a single flipped bit shows.</summary>
internal static class PngReader
{
    private const double InchesPerMetre = 39.3701;
    private const int Frame = 12;

    public static FileFacts Read(ReadOnlySpan<byte> file)
    {
        long width = 0, height = 0;
        double? dpi = null;
        bool pixels = false, ended = false;
        for (var at = 8L; !ended && TryChunk(file, at, out var type, out var data); at += Frame + data.Length)
        {
            if (type.SequenceEqual("IHDR"u8))
            {
                (width, height) = (Bytes.U32(data, 0, little: false) ?? 0, Bytes.U32(data, 4, little: false) ?? 0);
            }
            else if (type.SequenceEqual("pHYs"u8))
            {
                dpi = Density(data);
            }

            pixels |= type.SequenceEqual("IDAT"u8) && data.Length > 0;
            ended = type.SequenceEqual("IEND"u8);
        }

        var whole = ended && pixels && width > 0 && height > 0;
        return new(FileKind.Png) { Pages = 1, Damaged = !whole, Dpi = ScanResolution.Of(width, height, dpi) };
    }

    private static bool TryChunk(ReadOnlySpan<byte> file, long at, out ReadOnlySpan<byte> type, out ReadOnlySpan<byte> data)
    {
        type = data = default;
        if (Bytes.U32(file, at, little: false) is not { } length || !Bytes.Inside(file, at, length + Frame))
        {
            return false;
        }

        var start = (int)at + 4;
        type = file.Slice(start, 4);
        data = file.Slice(start + 4, (int)length);
        return Crc32.Of(file.Slice(start, 4 + (int)length)) == Bytes.U32(file, start + 4 + length, little: false);
    }

    private static double? Density(ReadOnlySpan<byte> data) => data.Length == 9 && data[8] == 1
        ? Math.Min(Bytes.U32(data, 0, little: false)!.Value, Bytes.U32(data, 4, little: false)!.Value) / InchesPerMetre
        : null;
}
