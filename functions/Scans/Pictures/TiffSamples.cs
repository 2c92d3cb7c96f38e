using System.Buffers.Binary;
using System.Globalization;
using System.IO.Compression;

namespace PublicAdmin.Scans.Pictures;

/// <summary>Pages of a TIFF whose pixels are taken apart, because a PDF does not share the way they are packed.</summary>
internal static class TiffSamples
{
    public static PdfImage Image(TiffDirectory page)
    {
        var samples = new byte[RowLength(page) * page.Height];
        var at = 0;
        foreach (var strip in page.Strips())
        {
            var rows = samples.AsSpan(at, Math.Min(RowLength(page) * page.RowsPerStrip, samples.Length - at));
            Unpack(page.Compression, strip, rows);
            at += rows.Length;
        }

        if (page.Bits == 16 && page.IsLittleEndian)
        {
            SwapPairs(samples); // A PDF has the higher byte first.
        }

        if (page.Predictor == 2)
        {
            AddUp(samples, RowLength(page), page.Samples, page.Bits);
        }

        var kept = ColorsOf(page);
        return PdfImage.Of(page.Width, page.Height, Colors(page), kept == page.Samples ? samples : Without(samples, page.Samples, kept, page.Bits / 8));
    }

    // What stands behind the colours of a pixel says how opaque it is, or nothing; a scan is opaque.
    private static int ColorsOf(TiffDirectory page) => page.Photometric == 2 ? 3 : 1;

    private static void Unpack(int compression, ReadOnlyMemory<byte> strip, Span<byte> rows)
    {
        var filled = compression switch
        {
            1 => TiffStrips.Copy(strip.Span, rows),
            5 => TiffStrips.Lzw(strip.Span, rows),
            8 or 32946 => Inflate(strip, rows),
            32773 => TiffStrips.PackBits(strip.Span, rows),
            _ => throw new InvalidDataException($"TIFF compression {compression} is not read."),
        };
        if (filled < rows.Length)
        {
            throw new InvalidDataException("The TIFF ends too early.");
        }
    }

    private static int Inflate(ReadOnlyMemory<byte> strip, Span<byte> rows)
    {
        using var unpacker = new ZLibStream(new MemoryStream(strip.ToArray()), CompressionMode.Decompress);
        return unpacker.ReadAtLeast(rows, rows.Length, throwOnEndOfStream: false);
    }

    public static string Colors(TiffDirectory page) => (page.Photometric, page.Samples, page.Bits) switch
    {
        (0, 1, 1 or 2 or 4 or 8 or 16) or (0, 2, 8 or 16) =>
            string.Create(CultureInfo.InvariantCulture, $"/ColorSpace/DeviceGray/BitsPerComponent {page.Bits}/Decode[1 0]"),
        (1, 1, 1 or 2 or 4 or 8 or 16) or (1, 2, 8 or 16) =>
            string.Create(CultureInfo.InvariantCulture, $"/ColorSpace/DeviceGray/BitsPerComponent {page.Bits}"),
        (2, 3 or 4 or 5, 8 or 16) => string.Create(CultureInfo.InvariantCulture, $"/ColorSpace/DeviceRGB/BitsPerComponent {page.Bits}"),
        (3, 1, 1 or 2 or 4 or 8) => string.Create(CultureInfo.InvariantCulture, $"/ColorSpace{Palette(page)}/BitsPerComponent {page.Bits}"),
        _ => throw UnusablePictureException.Strange("The TIFF has an unknown kind of pixels."),
    };

    private static string Palette(TiffDirectory page)
    {
        var (map, colors) = (page.ColorMap, 1 << page.Bits);
        if (map.Count != 3 * colors)
        {
            throw new InvalidDataException("The TIFF has a damaged palette.");
        }

        var bytes = Enumerable.Range(0, colors).SelectMany(n => new[] { map[n], map[n + colors], map[n + (2 * colors)] }).Select(value => (byte)(value >> 8));
        return string.Create(CultureInfo.InvariantCulture, $"[/Indexed/DeviceRGB {colors - 1}<{Convert.ToHexString([.. bytes])}>]");
    }

    public static int RowLength(TiffDirectory page) => (int)Math.Min(int.MaxValue, (((long)page.Width * page.Samples * page.Bits) + 7) / 8);

    /// <summary>
    /// Section 14: each sample was written as its difference from the one before it in the row. Samples of 16 bits have the higher byte first.
    /// </summary>
    private static void AddUp(Span<byte> rows, int rowLength, int samples, int bits)
    {
        if (bits is not (8 or 16))
        {
            throw UnusablePictureException.Strange("Differences are read for samples of 8 and 16 bits only.");
        }

        for (var row = 0; row < rows.Length; row += rowLength)
        {
            for (var n = row + (samples * bits / 8); n < row + rowLength; n += bits / 8)
            {
                AddUp(rows[(n - (samples * bits / 8))..], rows[n..], bits);
            }
        }
    }

    /// <summary>Swaps the bytes of each pair.</summary>
    private static void SwapPairs(Span<byte> samples)
    {
        for (var n = 0; n + 1 < samples.Length; n += 2)
        {
            (samples[n], samples[n + 1]) = (samples[n + 1], samples[n]);
        }
    }

    /// <summary>Only the first samples of each pixel.</summary>
    /// <param name="rows">Samples of whole bytes.</param>
    /// <param name="samples">How many a pixel has.</param>
    /// <param name="kept">How many are wanted.</param>
    /// <param name="unit">Bytes of one.</param>
    private static byte[] Without(ReadOnlySpan<byte> rows, int samples, int kept, int unit)
    {
        var pixels = rows.Length / (samples * unit);
        var left = new byte[pixels * kept * unit];
        for (var n = 0; n < pixels; n++)
        {
            rows.Slice(n * samples * unit, kept * unit).CopyTo(left.AsSpan(n * kept * unit));
        }

        return left;
    }

    private static void AddUp(Span<byte> before, Span<byte> sample, int bits)
    {
        if (bits == 8)
        {
            sample[0] += before[0];
            return;
        }

        BinaryPrimitives.WriteUInt16BigEndian(sample, (ushort)(BinaryPrimitives.ReadUInt16BigEndian(sample) + BinaryPrimitives.ReadUInt16BigEndian(before)));
    }
}
