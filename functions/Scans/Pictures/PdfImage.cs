using System.Globalization;
using PublicAdmin.Pdf.Writing;

namespace PublicAdmin.Scans.Pictures;

/// <summary>A picture in the form a PDF holds it (ISO 32000-1 section 8.9.5).</summary>
/// <param name="Width">Pixels.</param>
/// <param name="Height">Pixels.</param>
/// <param name="Entries">Colour space, bits and filter.</param>
/// <param name="Data">As it stands in the file, already packed.</param>
internal sealed record PdfImage(int Width, int Height, string Entries, ReadOnlyMemory<byte> Data)
{
    /// <summary>The largest picture taken apart in memory: A3 in colour at 300 dots per inch is 52 MB.</summary>
    public const long MaxBytes = 64 * 1024 * 1024;

    /// <summary>How opaque each pixel is; null when all are.</summary>
    public PdfImage? Mask { get; init; }

    /// <summary>Samples that were taken apart, packed again.</summary>
    public static PdfImage Of(int width, int height, string colors, ReadOnlySpan<byte> samples) =>
        new(width, height, $"{colors}/Filter/FlateDecode", PdfSyntax.Deflate(samples));

    /// <summary>Writes the picture and answers its object number.</summary>
    public int Write(PdfObjects objects)
    {
        var mask = Mask is null ? "" : $"/SMask {PdfSyntax.Reference(Mask.Write(objects))}";
        return objects.AddStream(
            string.Create(CultureInfo.InvariantCulture, $"/Type/XObject/Subtype/Image/Width {Width}/Height {Height}{Entries}{mask}"), Data.Span);
    }

    /// <summary>Width and height that a person could have scanned and this machine can hold.</summary>
    public static void CheckSize(long width, long height, long bytesPerRow)
    {
        if (width is < 1 or > 65_535 || height is < 1 or > 65_535 || bytesPerRow * height > MaxBytes)
        {
            throw width < 1 || height < 1
                ? new InvalidDataException("The picture is empty.")
                : UnusablePictureException.TooLarge("The picture has too many pixels to be taken apart here; a JPEG may have more.");
        }
    }
}
