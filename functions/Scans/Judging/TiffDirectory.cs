namespace PublicAdmin.Scans.Judging;

/// <summary>One image file directory (TIFF 6.0 section 2), as TIFF files and the Exif part of JPEG files hold it.</summary>
internal readonly ref struct TiffDirectory
{
    private const int EntryBytes = 12;

    // An honest directory has about twenty; the format allows 65,535, which would make looking up a tag slow.
    private const int MostEntries = 1_000;

    private readonly ReadOnlySpan<byte> _file;
    private readonly bool _little;
    private readonly long _entries;
    private readonly int _count;

    private TiffDirectory(ReadOnlySpan<byte> file, bool little, long at, int count, long next)
    {
        _file = file;
        (_little, _entries, _count, Next) = (little, at + 2, count, next);
    }

    /// <summary>Where the next directory lies; 0 for none.</summary>
    public long Next { get; }

    /// <summary>Whether a TIFF header says where the first directory lies.</summary>
    public static bool TryHeader(ReadOnlySpan<byte> file, out bool little, out long first)
    {
        little = file.StartsWith("II"u8);
        first = Bytes.U32(file, 4, little) ?? 0;
        return first != 0 && (little || file.StartsWith("MM"u8)) && Bytes.U16(file, 2, little) == 42;
    }

    public static bool TryAt(ReadOnlySpan<byte> file, bool little, long at, out TiffDirectory directory)
    {
        directory = default;
        if (Bytes.U16(file, at, little) is not (<= MostEntries and var count) || Bytes.U32(file, at + 2 + ((long)count * EntryBytes), little) is not { } next)
        {
            return false;
        }

        directory = new TiffDirectory(file, little, at, count, next);
        return true;
    }

    /// <summary>The values of a tag, found once; none when it is absent.</summary>
    public TiffValues this[int tag]
    {
        get
        {
            for (var i = 0; i < _count; i++)
            {
                var entry = _entries + ((long)i * EntryBytes);
                if (Bytes.U16(_file, entry, _little) == tag)
                {
                    return new TiffValues(_file, _little, entry);
                }
            }

            return default;
        }
    }

    /// <summary>Dots per inch by XResolution, YResolution and ResolutionUnit (2 inch, 3 centimetre); the lower of the two.</summary>
    public double? Dpi()
    {
        var lower = Lower(this[282].Ratio(), this[283].Ratio());
        return (this[296].Number() ?? 2) switch
        {
            2 => lower,
            3 => lower * 2.54,
            _ => null,
        };
    }

    private static double? Lower(double? x, double? y) => x is { } a && y is { } b ? Math.Min(a, b) : x ?? y;
}

/// <summary>The values of one tag; what lies outside the file is null.</summary>
internal readonly ref struct TiffValues
{
    private readonly ReadOnlySpan<byte> _file;
    private readonly bool _little;
    private readonly int _type;
    private readonly long _at;

    /// <param name="entry">Where the tag's twelve bytes lie.</param>
    public TiffValues(ReadOnlySpan<byte> file, bool little, long entry)
    {
        _file = file;
        _little = little;
        _type = Bytes.U16(file, entry + 2, little) ?? 0;
        Count = Bytes.U32(file, entry + 4, little) ?? 0;
        // Up to four bytes lie in the entry itself, more lie where it points.
        _at = Count * Size <= 4 ? entry + 8 : Bytes.U32(file, entry + 8, little) ?? 0;
    }

    public long Count { get; }

    private int Size => _type switch { Short => 2, Long => 4, Rational => 8, _ => 1 };

    private const int Short = 3;
    private const int Long = 4;
    private const int Rational = 5;

    /// <summary>A SHORT or LONG.</summary>
    public long? Number(long index = 0) => _type switch
    {
        _ when index >= Count => null,
        Short => Bytes.U16(_file, _at + (index * 2), _little),
        Long => Bytes.U32(_file, _at + (index * 4), _little),
        _ => null,
    };

    public double? Ratio() => _type is Rational && Count > 0 && Bytes.U32(_file, _at, _little) is { } over && Bytes.U32(_file, _at + 4, _little) is > 0 and { } under
        ? (double)over / under
        : null;
}
