using PublicAdmin.Pdf;

namespace PublicAdmin.Scans.Pictures;

/// <summary>
/// One page of a scan: usually one picture, several when the scanner delivered it in strips. Read once for every use: judged and bound alike.
/// </summary>
/// <param name="Width">Pixels, as they lie in the file.</param>
/// <param name="Height">Pixels, as they lie in the file.</param>
/// <param name="Density">Null when the file does not say.</param>
/// <param name="Orientation">1 to 8 (TIFF 6.0 section 8, Exif): where the first row and column belong.</param>
/// <param name="Bands">From top to bottom, all of one width; taken apart when first asked for, which throws for what is damaged within.</param>
internal sealed record ScanPage(int Width, int Height, Density? Density, int Orientation, Lazy<IReadOnlyList<PdfImage>> Bands)
{
    /// <summary>Reads the pages of a JPEG, PNG or TIFF file, one after the other.</summary>
    /// <exception cref="InvalidDataException">Not a picture we can show: the message says why; see <see cref="UnusablePictureException"/>.</exception>
    public static IEnumerable<ScanPage> Read(ReadOnlyMemory<byte> file) => file.Span switch
    {
        [0xFF, 0xD8, ..] => [JpegPicture.Read(new ByteSource(file))],
        [0x89, (byte)'P', (byte)'N', (byte)'G', ..] => [PngPicture.Read(new ByteSource(file))],
        [(byte)'I', (byte)'I', 42, 0, ..] => TiffPictures.Read(new ByteSource(file, littleEndian: true)),
        [(byte)'M', (byte)'M', 0, 42, ..] => TiffPictures.Read(new ByteSource(file)),
        _ => throw new InvalidDataException("Neither JPEG, PNG nor TIFF."),
    };

    /// <summary>It lies on its side.</summary>
    public bool IsTurned => Orientation >= 5;
}
