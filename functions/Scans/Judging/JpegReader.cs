namespace PublicAdmin.Scans.Judging;

/// <summary>Walks the markers of a JPEG (ITU-T T.81 annex B): size, density from JFIF or Exif, and whether the picture ends.</summary>
internal static class JpegReader
{
    private const int StartOfScan = 0xDA;
    private const int EndOfImage = 0xD9;
    private const int Jfif = 0xE0;
    private const int Exif = 0xE1;

    public static FileFacts Read(ReadOnlySpan<byte> file)
    {
        long width = 0, height = 0;
        double? dpi = null;
        var ended = false;
        var at = 2;
        while (!ended && NextMarker(file, ref at) is { } marker)
        {
            ended = marker == EndOfImage;
            if (ended || marker is 0x01 or (>= 0xD0 and <= 0xD8))
            {
                continue;
            }

            if (Bytes.U16(file, at, little: false) is not (>= 2 and var length) || !Bytes.Inside(file, at, length))
            {
                break;
            }

            var segment = file.Slice(at + 2, length - 2);
            at += length;
            switch (marker)
            {
                case Jfif: dpi ??= JfifDpi(segment); break;
                case Exif: dpi = ExifDpi(segment) ?? dpi; break;
                case StartOfScan: at = EndOfScan(file, at); break;
                case var frame when IsFrame(frame):
                    (height, width) = (Bytes.U16(segment, 1, little: false) ?? 0, Bytes.U16(segment, 3, little: false) ?? 0);
                    break;
            }
        }

        return new(FileKind.Jpeg) { Pages = 1, Damaged = !ended || width == 0 || height == 0, Dpi = ScanResolution.Of(width, height, dpi) };
    }

    // C4, C8 and CC are tables, not frames.
    private static bool IsFrame(int marker) => marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC);

    private static int? NextMarker(ReadOnlySpan<byte> file, ref int at)
    {
        if (at >= file.Length || file[at] != 0xFF)
        {
            return null;
        }

        while (at < file.Length && file[at] == 0xFF)
        {
            at++;
        }

        return at < file.Length ? file[at++] : null;
    }

    // In the coded picture FF is followed by 00, or by a restart marker.
    private static int EndOfScan(ReadOnlySpan<byte> file, int at)
    {
        while (file[at..].IndexOf((byte)0xFF) is >= 0 and var skip)
        {
            at += skip;
            if (at + 1 < file.Length && file[at + 1] is not (0 or (>= 0xD0 and <= 0xD7)))
            {
                return at;
            }

            at = Math.Min(at + 2, file.Length);
        }

        return file.Length;
    }

    // "JFIF\0", version, unit (1 inch, 2 centimetre), X and Y density.
    private static double? JfifDpi(ReadOnlySpan<byte> segment)
    {
        if (!segment.StartsWith("JFIF\0"u8) || Bytes.U16(segment, 8, little: false) is not { } x || Bytes.U16(segment, 10, little: false) is not { } y)
        {
            return null;
        }

        return segment[7] switch
        {
            1 => Math.Min(x, y),
            2 => Math.Min(x, y) * 2.54,
            _ => null,
        };
    }

    private static double? ExifDpi(ReadOnlySpan<byte> segment)
    {
        if (!segment.StartsWith("Exif\0\0"u8))
        {
            return null;
        }

        var tiff = segment[6..];
        return TiffDirectory.TryHeader(tiff, out var little, out var first) && TiffDirectory.TryAt(tiff, little, first, out var directory)
            ? directory.Dpi()
            : null;
    }
}
