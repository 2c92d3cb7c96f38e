using PublicAdmin.Pdf;

namespace PublicAdmin.Scans.Binding;

/// <summary>One page of a scan: usually one picture, several when the scanner delivered it in strips.</summary>
/// <param name="Resolution">Pixels per inch as the scanner noted them; null when it did not.</param>
/// <param name="Bands">From top to bottom, all of one width.</param>
internal sealed record ScanPage(double? Resolution, params IReadOnlyList<PdfImage> Bands)
{
    public int Width => Bands[0].Width;

    public int Height => Bands.Sum(band => band.Height);

    /// <summary>Reads the pages of a JPEG, PNG or TIFF file.</summary>
    /// <exception cref="InvalidDataException">Not a picture we can show: the message says why.</exception>
    public static IReadOnlyList<ScanPage> Read(ReadOnlyMemory<byte> file) => file.Span switch
    {
        [0xFF, 0xD8, ..] => [JpegImage.Read(new ByteSource(file))],
        [0x89, (byte)'P', (byte)'N', (byte)'G', ..] => [PngImage.Read(new ByteSource(file))],
        [(byte)'I', (byte)'I', 42, 0, ..] => TiffFile.Read(new ByteSource(file, littleEndian: true)),
        [(byte)'M', (byte)'M', 0, 42, ..] => TiffFile.Read(new ByteSource(file)),
        _ => throw new InvalidDataException("Neither JPEG, PNG nor TIFF."),
    };
}
