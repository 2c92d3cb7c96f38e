using System.Globalization;
using PublicAdmin.Pdf;

namespace PublicAdmin.Scans.Binding;

/// <summary>JPEG (ITU-T T.81) goes into a PDF as it is: nothing is lost and nothing is computed.</summary>
internal static class JpegImage
{
    private const int EndOfImage = 0xD9;
    private const int StartOfScan = 0xDA;

    public static ScanPage Read(ByteSource file)
    {
        double? resolution = null;
        for (var at = 2; ;)
        {
            var marker = Marker(file, ref at);
            var length = file.U16(at);
            if (IsFrame(marker))
            {
                CheckEnd(file);
                return new ScanPage(resolution, Frame(file, at));
            }

            if (marker is EndOfImage or StartOfScan)
            {
                throw new InvalidDataException("The JPEG has no frame.");
            }

            resolution ??= marker == 0xE0 ? Density(file, at) : null;
            at += length;
        }
    }

    private static int Marker(ByteSource file, ref int at)
    {
        if (file.U8(at++) != 0xFF)
        {
            throw new InvalidDataException("The JPEG is damaged.");
        }

        var marker = file.U8(at++);
        while (marker == 0xFF)
        {
            marker = file.U8(at++);
        }

        return marker;
    }

    // SOF0 to SOF2: what every reader of PDF can show. The others (lossless, arithmetic) are refused.
    private static bool IsFrame(int marker) => marker switch
    {
        0xC0 or 0xC1 or 0xC2 => true,
        >= 0xC3 and <= 0xCF and not 0xC4 and not 0xC8 and not 0xCC => throw new InvalidDataException("This kind of JPEG cannot be shown everywhere."),
        _ => false,
    };

    private static PdfImage Frame(ByteSource file, int at)
    {
        var (bits, height, width, colors) = (file.U8(at + 2), file.U16(at + 3), file.U16(at + 5), file.U8(at + 7));
        PdfImage.CheckSize(width, height, (long)width * colors);
        // CMYK would need a second output intent; no office scanner makes it.
        var space = colors switch { 1 => "DeviceGray", 3 => "DeviceRGB", _ => throw new InvalidDataException("The JPEG is neither grey nor RGB.") };
        var entries = string.Create(CultureInfo.InvariantCulture, $"/ColorSpace/{space}/BitsPerComponent {bits}/Filter/DCTDecode");
        return new PdfImage(width, height, entries, file.Slice(0, file.Length));
    }

    // JFIF: unit 1 is dots per inch, 2 dots per centimetre.
    private static double? Density(ByteSource file, int at) => file.At(at + 2, 4).SequenceEqual("JFIF"u8)
        ? file.U8(at + 9) switch { 1 => file.U16(at + 10), 2 => file.U16(at + 10) * 2.54, _ => null }
        : null;

    // A scan cut short by a bad line looks whole at its top and is grey below.
    private static void CheckEnd(ByteSource file)
    {
        var tail = file.At(Math.Max(0, file.Length - 1024), Math.Min(1024, file.Length));
        if (tail.LastIndexOf((ReadOnlySpan<byte>)[0xFF, EndOfImage]) < 0)
        {
            throw new InvalidDataException("The JPEG ends too early.");
        }
    }
}
