using System.Globalization;
using PublicAdmin.Pdf;

namespace PublicAdmin.Scans.Pictures;

/// <summary>JPEG (ITU-T T.81) goes into a PDF as it is: nothing is lost and nothing is computed, however many pixels it has.</summary>
internal sealed class JpegPicture
{
    private const int EndOfImage = 0xD9;
    private const int StartOfScan = 0xDA;

    private readonly ByteSource _file;
    private (int Bits, int Height, int Width, int Colors)? _frame;
    private Density? _jfif;
    private Exif? _exif;
    private int _at = 2;

    private JpegPicture(ByteSource file) => _file = file;

    public static ScanPage Read(ByteSource file)
    {
        var picture = new JpegPicture(file);
        var end = picture.Walk();
        return picture._frame is { } frame
            ? new ScanPage(
                frame.Width, frame.Height, picture._exif?.Density ?? picture._jfif, picture._exif?.Orientation ?? 1, new([Image(frame, file.Slice(0, end))]))
            : throw new InvalidDataException("The JPEG has no frame.");
    }

    // What stands behind the end is no part of the picture: phones put a short film there.
    private int Walk()
    {
        while (true)
        {
            var marker = Marker();
            if (marker == EndOfImage)
            {
                return _at;
            }

            if (marker is 0x01 or (>= 0xD0 and <= 0xD8))
            {
                continue;
            }

            var length = _file.U16(_at);
            var segment = length >= 2 ? _file.Slice(_at + 2, length - 2) : throw Damaged();
            _at += length;
            Take(marker, segment);
        }
    }

    private void Take(int marker, ReadOnlyMemory<byte> segment)
    {
        switch (marker)
        {
            case 0xE0 when segment.Span.StartsWith("JFIF\0"u8):
                _jfif ??= Jfif(new ByteSource(segment));
                break;
            case 0xE1 when segment.Span.StartsWith("Exif\0\0"u8):
                _exif ??= Exif.Read(segment[6..]);
                break;
            case StartOfScan:
                _at = EndOfScan(_file.Span, _at);
                break;
            case >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC):
                _frame ??= Frame(marker, new ByteSource(segment));
                break;
        }
    }

    private int Marker()
    {
        if (_at >= _file.Length)
        {
            throw new InvalidDataException("The JPEG ends too early."); // A scan cut short by a bad line looks whole at its top and is grey below.
        }

        if (_file.U8(_at++) != 0xFF)
        {
            throw Damaged();
        }

        var marker = _file.U8(_at++);
        while (marker == 0xFF)
        {
            marker = _file.U8(_at++);
        }

        return marker;
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

    // SOF0 to SOF2: what every reader of PDF can show. CMYK would need a second output intent (ISO 19005-2 section 6.2.4.3).
    private static (int, int, int, int) Frame(int marker, ByteSource segment)
    {
        var (bits, height, width, colors) = (segment.U8(0), segment.U16(1), segment.U16(3), segment.U8(5));
        if (width < 1 || height < 1)
        {
            throw Damaged();
        }

        return marker > 0xC2 || bits != 8 ? throw UnusablePictureException.Strange("This kind of JPEG cannot be shown everywhere.")
            : colors is not (1 or 3) ? throw UnusablePictureException.Strange("The JPEG is neither grey nor RGB.")
            : (bits, height, width, colors);
    }

    private static PdfImage Image((int Bits, int Height, int Width, int Colors) frame, ReadOnlyMemory<byte> data)
    {
        var space = frame.Colors == 1 ? "DeviceGray" : "DeviceRGB";
        var entries = string.Create(CultureInfo.InvariantCulture, $"/ColorSpace/{space}/BitsPerComponent {frame.Bits}/Filter/DCTDecode");
        return new PdfImage(frame.Width, frame.Height, entries, data);
    }

    // "JFIF\0", version, unit (0 proportion only, 1 inch, 2 centimetre), X and Y density.
    private static Density? Jfif(ByteSource segment) => segment.Length < 12 ? null : segment.U8(7) switch
    {
        0 => Density.Shape(segment.U16(8), segment.U16(10)),
        1 => Density.Of(segment.U16(8), segment.U16(10), 1),
        2 => Density.Of(segment.U16(8), segment.U16(10), 2.54),
        _ => null,
    };

    private static InvalidDataException Damaged() => new("The JPEG is damaged.");
}
