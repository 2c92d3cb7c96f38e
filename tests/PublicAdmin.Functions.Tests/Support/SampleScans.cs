using System.Buffers.Binary;
using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace PublicAdmin.Tests.Support;

/// <summary>SampleScans made by hand, byte by byte, with nothing remarkable about them; a test says only what matters to it.</summary>
internal static class SampleScans
{
    public static byte[] Png(int width = 1654, int height = 2339, int? dpi = 200)
    {
        using var file = new MemoryStream();
        file.Write([0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]);
        PngChunk(file, "IHDR", [.. Big(width), .. Big(height), 1, 0, 0, 0, 0]);
        if (dpi is { } dots)
        {
            var perMetre = (int)Math.Round(dots / 0.0254);
            PngChunk(file, "pHYs", [.. Big(perMetre), .. Big(perMetre), 1]);
        }

        PngChunk(file, "IDAT", Deflate(new byte[((width + 7) / 8 * height) + height]));
        PngChunk(file, "IEND", []);
        return file.ToArray();
    }

    /// <summary>A disc of one colour on nothing, in RGBA: a seal or signature as an administrator registers it.</summary>
    public static byte[] TransparentPng(int size, byte red, byte green, byte blue, bool alpha = true)
    {
        using var file = new MemoryStream();
        file.Write([0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]);
        PngChunk(file, "IHDR", [.. Big(size), .. Big(size), 8, (byte)(alpha ? 6 : 2), 0, 0, 0]);
        var rows = new MemoryStream();
        for (var y = 0; y < size; y++)
        {
            rows.WriteByte(0);
            for (var x = 0; x < size; x++)
            {
                var inside = Math.Pow(x - (size / 2.0), 2) + Math.Pow(y - (size / 2.0), 2) < size * size / 4.5;
                rows.Write([red, green, blue, .. alpha ? new[] { (byte)(inside ? 255 : 0) } : []]);
            }
        }

        PngChunk(file, "IDAT", Deflate(rows.ToArray()));
        PngChunk(file, "IEND", []);
        return file.ToArray();
    }

    /// <summary>Markers and size of a JPEG with a stand-in for the coded picture.</summary>
    public static byte[] Jpeg(int width = 1654, int height = 2339, int? dpi = 200, int? exifDpi = null) =>
    [
        0xFF, 0xD8,
        .. dpi is { } dots ? JpegSegment(0xE0, [.. "JFIF\0"u8, 1, 2, 1, .. Big16(dots), .. Big16(dots), 0, 0]) : [],
        .. exifDpi is { } exif
            ? JpegSegment(0xE1, [.. "Exif\0\0"u8, .. Directory([(282, 5, 1, 38), (283, 5, 1, 38), (296, 3, 1, 2)], last: true), .. Little(exif), .. Little(1)])
            : [],
        .. JpegSegment(0xC0, [8, .. Big16(height), .. Big16(width), 1, 1, 0x11, 0]),
        .. JpegSegment(0xDA, [1, 1, 0, 0, 63, 0]),
        0x12, 0xFF, 0x00, 0x34, 0xFF, 0xD0, 0x56,
        0xFF, 0xD9,
    ];

    /// <summary>One bilevel page per number, at its resolution.</summary>
    public static byte[] Tiff(params int[] dpiOfPages)
    {
        const int directoryBytes = 2 + (9 * 12) + 4;
        var file = new List<byte>([.. "II"u8, 42, 0, .. Little(8)]);
        for (var page = 0; page < dpiOfPages.Length; page++)
        {
            var (start, data) = (file.Count, file.Count + directoryBytes);
            var next = page + 1 < dpiOfPages.Length ? data + 16 : 0;
            file.AddRange([9, 0]);
            foreach (var (tag, type, count, value) in ((int, int, int, int)[])
                [(254, 4, 1, 2), (256, 4, 1, 1654), (257, 4, 1, 2339), (259, 3, 1, 4), (273, 4, 1, data + 8), (279, 4, 1, 8), (282, 5, 1, data),
                    (283, 5, 1, data), (296, 3, 1, 2)])
            {
                file.AddRange([.. Little16(tag), .. Little16(type), .. Little(count), .. Little(value)]);
            }

            file.AddRange([.. Little(next), .. Little(dpiOfPages[page]), .. Little(1), .. new byte[8]]);
        }

        return [.. file];
    }

    /// <summary>A PDF whose pages are one grey picture each, so many pixels wide, over a sheet of A4.</summary>
    public static byte[] Pdf(int pages = 1, int pixels = 1654, string catalog = "", string? content = null)
    {
        var picture = Encoding.Latin1.GetString(Deflate(new byte[(pixels + 7) / 8 * (pixels * 2339 / 1654)]));
        var drawing = content ?? "q 595 0 0 842 0 0 cm /Im0 Do Q";
        var kids = string.Join(' ', Enumerable.Range(0, pages).Select(page => $"{10 + page} 0 R"));
        return PdfOf(
        [
            (1, $"<< /Type /Catalog /Pages 2 0 R {catalog} >>"),
            (2, $"<< /Type /Pages /Kids [{kids}] /Count {pages} /MediaBox [0 0 595 842] /Resources << /XObject << /Im0 3 0 R >> >> >>"),
            (3, $"<< /Type /XObject /Subtype /Image /Width {pixels} /Height {pixels * 2339 / 1654} /BitsPerComponent 1 /ColorSpace /DeviceGray /Filter "
                + $"/FlateDecode /Length {picture.Length} >>\nstream\n{picture}\nendstream"),
            (4, $"<< /Length {drawing.Length} >>\nstream\n{drawing}\nendstream"),
            .. Enumerable.Range(0, pages).Select(page => (10 + page, "<< /Type /Page /Parent 2 0 R /Contents 4 0 R >>")),
        ]);
    }

    public static byte[] PdfOf((int Number, string Body)[] objects, string trailer = "/Root 1 0 R")
    {
        var text = new StringBuilder("%PDF-1.7\n");
        var offsets = new SortedDictionary<int, int>();
        foreach (var (number, body) in objects)
        {
            offsets[number] = text.Length;
            text.Append(CultureInfo.InvariantCulture, $"{number} 0 obj\n{body}\nendobj\n");
        }

        var start = text.Length;
        text.Append("xref\n");
        foreach (var (number, offset) in offsets)
        {
            text.Append(CultureInfo.InvariantCulture, $"{number} 1\n{offset:D10} 00000 n \n");
        }

        text.Append(CultureInfo.InvariantCulture, $"trailer\n<< /Size {offsets.Keys.Max() + 1} {trailer} >>\nstartxref\n{start}\n%%EOF\n");
        return Encoding.Latin1.GetBytes(text.ToString());
    }

    public static byte[] Deflate(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            zlib.Write(bytes);
        }

        return packed.ToArray();
    }

    private static byte[] Directory((int Tag, int Type, int Count, int Value)[] entries, bool last) =>
    [
        .. "II"u8, 42, 0, .. Little(8), .. Little16(entries.Length),
        .. entries.SelectMany(entry => (byte[])[.. Little16(entry.Tag), .. Little16(entry.Type), .. Little(entry.Count), .. Little(entry.Value + 12)]),
        .. Little(last ? 0 : 1),
    ];

    private static byte[] JpegSegment(byte marker, byte[] data) => [0xFF, marker, .. Big16(data.Length + 2), .. data];

    private static void PngChunk(MemoryStream file, string type, byte[] data)
    {
        byte[] covered = [.. Encoding.ASCII.GetBytes(type), .. data];
        file.Write([.. Big(data.Length), .. covered, .. Big((int)Crc(covered))]);
    }

    // Written from the PNG specification's own words, bit by bit, so that it does not share the product's table.
    private static uint Crc(byte[] bytes)
    {
        var crc = uint.MaxValue;
        foreach (var b in bytes)
        {
            for (var bit = 0; bit < 8; bit++)
            {
                var one = ((crc ^ (uint)(b >> bit)) & 1) == 1;
                crc = one ? (crc >> 1) ^ 0xEDB88320 : crc >> 1;
            }
        }

        return ~crc;
    }

    private static byte[] Big(int value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, value);
        return bytes;
    }

    private static byte[] Big16(int value) => Big(value)[2..];

    private static byte[] Little(int value) => BitConverter.GetBytes(value);

    private static byte[] Little16(int value) => Little(value)[..2];
}
