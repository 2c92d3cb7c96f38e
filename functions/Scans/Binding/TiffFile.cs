using System.Globalization;
using System.IO.Compression;
using PublicAdmin.Pdf;

namespace PublicAdmin.Scans.Binding;

/// <summary>
/// TIFF 6.0 as scanners write it: many pages, in strips, plain, PackBits, LZW, Deflate, fax (T.4, T.6) or JPEG. Fax and JPEG go into the PDF as
/// they are.
/// </summary>
internal static class TiffFile
{
    private const int MaxPages = 500;

    public static IReadOnlyList<ScanPage> Read(ByteSource file)
    {
        var pages = new List<ScanPage>();
        for (var at = file.Place(4); at != 0; at = file.Place(at + 2 + (12 * file.U16(at))))
        {
            // A directory that points back at itself would never end.
            pages.Add(pages.Count < MaxPages ? Page(new TiffDirectory(file, at)) : throw new InvalidDataException("The TIFF has too many pages."));
        }

        return pages.Count > 0 ? pages : throw new InvalidDataException("The TIFF has no page.");
    }

    private static ScanPage Page(TiffDirectory page)
    {
        PdfImage.CheckSize(page.Width, page.Height, RowLength(page));
        if (page.Planes != 1 || page.RowsPerStrip < 1)
        {
            throw new InvalidDataException("The TIFF keeps its colours apart.");
        }

        return new ScanPage(page.Resolution, page.Compression switch
        {
            3 or 4 => Bands(page, strip => Fax(page, strip.Data, strip.Rows)),
            7 => Bands(page, strip => Jpeg(page, strip.Data)),
            _ => [Samples(page)],
        });
    }

    private static IReadOnlyList<PdfImage> Bands(TiffDirectory page, Func<(ReadOnlyMemory<byte> Data, int Rows), PdfImage> band) =>
        [.. page.Strips().Select((data, n) => band((data, Math.Min(page.RowsPerStrip, page.Height - (n * page.RowsPerStrip)))))];

    private static PdfImage Fax(TiffDirectory page, ReadOnlyMemory<byte> data, int rows)
    {
        if (rows < 1 || page.Bits != 1 || page.Samples != 1)
        {
            throw new InvalidDataException("The TIFF is damaged.");
        }

        var kind = page.Compression == 4 ? -1 : page.T4Options & 1;
        var align = page.Compression == 3 && (page.T4Options & 4) != 0 ? "/EncodedByteAlign true" : "";
        var entries = string.Create(
            CultureInfo.InvariantCulture,
            $"/ColorSpace/DeviceGray/BitsPerComponent 1/Filter/CCITTFaxDecode/DecodeParms<</K {kind}/Columns {page.Width}/Rows {rows}{align}"
            + $"/BlackIs1 {(page.Photometric == 1 ? "true" : "false")}>>");
        return new PdfImage(page.Width, rows, entries, page.FillOrder == 2 ? TiffStrips.Reversed(data.Span) : data);
    }

    // Tables shared by all strips stand once in the directory, as a JPEG without a picture.
    private static PdfImage Jpeg(TiffDirectory page, ReadOnlyMemory<byte> data)
    {
        var tables = page.JpegTables;
        byte[] whole = tables.Length > 4 && data.Length > 2 ? [.. tables.Span[..^2], .. data.Span[2..]] : data.ToArray();
        var image = JpegImage.Read(new ByteSource(whole)).Bands[0];
        return page.Photometric == 2 ? image with { Entries = image.Entries + "/DecodeParms<</ColorTransform 0>>" } : image;
    }

    private static PdfImage Samples(TiffDirectory page)
    {
        var samples = new byte[RowLength(page) * page.Height];
        var at = 0;
        foreach (var strip in page.Strips())
        {
            var rows = samples.AsSpan(at, Math.Min(RowLength(page) * page.RowsPerStrip, samples.Length - at));
            Unpack(page.Compression, strip, rows);
            at += rows.Length;
        }

        if (page.Predictor == 2)
        {
            TiffStrips.AddUp(samples, RowLength(page), page.Samples, page.Bits);
        }

        return PdfImage.Of(page.Width, page.Height, Colors(page), samples);
    }

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

    private static string Colors(TiffDirectory page) => (page.Photometric, page.Samples, page.Bits) switch
    {
        (0, 1, 1 or 2 or 4 or 8) => string.Create(CultureInfo.InvariantCulture, $"/ColorSpace/DeviceGray/BitsPerComponent {page.Bits}/Decode[1 0]"),
        (1, 1, 1 or 2 or 4 or 8) => string.Create(CultureInfo.InvariantCulture, $"/ColorSpace/DeviceGray/BitsPerComponent {page.Bits}"),
        (2, 3, 8) => "/ColorSpace/DeviceRGB/BitsPerComponent 8",
        (3, 1, 1 or 2 or 4 or 8) => string.Create(CultureInfo.InvariantCulture, $"/ColorSpace{Palette(page)}/BitsPerComponent {page.Bits}"),
        _ => throw new InvalidDataException("The TIFF has an unknown kind of pixels."),
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

    private static int RowLength(TiffDirectory page) => (int)Math.Min(int.MaxValue, (((long)page.Width * page.Samples * page.Bits) + 7) / 8);
}
