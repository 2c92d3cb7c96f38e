using System.Globalization;
using System.IO.Compression;
using System.Text;
using PublicAdmin.Pdf;

namespace PublicAdmin.Scans.Pictures;

/// <summary>PNG (W3C, third edition): taken apart, because PDF knows neither interlacing nor transparency within the pixels.</summary>
internal static class PngPicture
{
    private const int Palette = 3;
    private const double MetresPerInch = 0.0254;

    public static ScanPage Read(ByteSource file)
    {
        var header = Header(file);
        var chunks = Chunks(file);
        return new ScanPage(header.Width, header.Height, chunks.Density, chunks.Orientation, new(() => [Image(header, chunks)]));
    }

    private static PdfImage Image(PngHeader header, PngChunks chunks)
    {
        var rows = PngRows.Decode(Unpack(chunks.Packed, header), header);
        return header.Color switch
        {
            4 or 6 => WithMask(header, rows),
            Palette => Paint(header, rows, $"[/Indexed/DeviceRGB {Colors(chunks.Palette) - 1}<{Convert.ToHexString(chunks.Palette.Span)}>]"),
            0 => Paint(header, rows, "/DeviceGray"),
            _ => Paint(header, rows, "/DeviceRGB"),
        };
    }

    private static PngHeader Header(ByteSource file)
    {
        var (width, height) = (file.U32(16), file.U32(20));
        var (bits, color, interlaced) = (file.U8(24), file.U8(25), file.U8(28) == 1);
        if ((bits, color) is not ((1 or 2 or 4 or 8 or 16, 0) or (8 or 16, 2 or 4 or 6) or (1 or 2 or 4 or 8, Palette)))
        {
            throw UnusablePictureException.Strange("The PNG has an unknown kind of pixels.");
        }

        var samples = color switch { 2 => 3, 4 => 2, 6 => 4, _ => 1 };
        PdfImage.CheckSize(width, height, (((long)width * samples * bits) + 7) / 8);
        return new PngHeader((int)width, (int)height, bits, color, samples, interlaced);
    }

    private static PngChunks Chunks(ByteSource file)
    {
        var chunks = new PngChunks(new MemoryStream());
        for (var at = 8; ;)
        {
            var data = file.Slice(at + 8, file.Place(at));
            if (Crc32.Of(file.At(at + 4, data.Length + 4)) != file.U32(at + 8 + data.Length))
            {
                throw new InvalidDataException("The PNG is damaged.");
            }

            switch (Encoding.ASCII.GetString(file.At(at + 4, 4)))
            {
                case "PLTE":
                    chunks = chunks with { Palette = data };
                    break;
                case "pHYs" when data.Length == 9:
                    chunks = chunks with { Density = DensityOf(file, at + 8) };
                    break;
                case "eXIf":
                    chunks = chunks with { Orientation = Exif.Read(data).Orientation };
                    break;
                case "IDAT":
                    chunks.Packed.Write(data.Span);
                    break;
                case "IEND":
                    return chunks.Packed.Length > 0 ? chunks : throw new InvalidDataException("The PNG ends too early.");
            }

            at += 12 + data.Length;
        }
    }

    // Pixels per metre, or the proportion of a pixel alone.
    private static Density? DensityOf(ByteSource file, int at) => file.U8(at + 8) == 1
        ? Density.Of(file.U32(at), file.U32(at + 4), MetresPerInch)
        : Density.Shape(file.U32(at + 4), file.U32(at)); // Here it is the sides of a pixel that are told, and a longer one lies less closely.

    private static int Colors(ReadOnlyMemory<byte> palette) =>
        palette.Length is >= 3 and <= 768 && palette.Length % 3 == 0 ? palette.Length / 3 : throw new InvalidDataException("The PNG has no palette.");

    // Exactly as many bytes as the picture has; a bomb that would unpack to more is cut off there.
    private static byte[] Unpack(MemoryStream packed, PngHeader header)
    {
        packed.Position = 0;
        using var unpacker = new ZLibStream(packed, CompressionMode.Decompress);
        var rows = new byte[header.PackedLength];
        return unpacker.ReadAtLeast(rows, rows.Length, throwOnEndOfStream: false) == rows.Length
            ? rows
            : throw new InvalidDataException("The PNG ends too early.");
    }

    private static PdfImage Paint(PngHeader header, byte[] rows, string space) => PdfImage.Of(
        header.Width, header.Height, string.Create(CultureInfo.InvariantCulture, $"/ColorSpace{space}/BitsPerComponent {header.Bits}"), rows);

    // The last sample of each pixel is how opaque it is.
    private static PdfImage WithMask(PngHeader header, byte[] rows)
    {
        var (unit, pixel) = (header.Bits / 8, header.Samples * header.Bits / 8);
        var pixels = rows.Length / pixel;
        var (colors, mask) = (new byte[pixels * (pixel - unit)], new byte[pixels * unit]);
        for (var n = 0; n < pixels; n++)
        {
            rows.AsSpan(n * pixel, pixel - unit).CopyTo(colors.AsSpan(n * (pixel - unit)));
            rows.AsSpan((n * pixel) + pixel - unit, unit).CopyTo(mask.AsSpan(n * unit));
        }

        return Paint(header, colors, header.Color == 6 ? "/DeviceRGB" : "/DeviceGray") with { Mask = Paint(header, mask, "/DeviceGray") };
    }
}

/// <summary>The chunks of a PNG that matter here.</summary>
/// <param name="Packed">The pixels.</param>
internal sealed record PngChunks(MemoryStream Packed)
{
    public ReadOnlyMemory<byte> Palette { get; init; }

    public Density? Density { get; init; }

    public int Orientation { get; init; } = 1;
}
