using PublicAdmin.Pdf;

namespace PublicAdmin.Scans.Pictures;

/// <summary>
/// One image file directory (TIFF 6.0 section 2), as TIFF files and the notes of cameras hold it. A missing field has its default.
/// </summary>
internal sealed class TiffDirectory
{
    private const int EntryBytes = 12;
    private const int Short = 3;
    private const int Long = 4;
    private const int Rational = 5;

    // An honest directory has about twenty; the format allows 65,535.
    private const int MostEntries = 1_000;

    private readonly ByteSource _file;
    private readonly Dictionary<int, Field> _fields = [];

    /// <exception cref="InvalidDataException">There is no directory, or too large a one.</exception>
    public TiffDirectory(ByteSource file, int at)
    {
        _file = file;
        var count = file.U16(at);
        if (count > MostEntries)
        {
            throw UnusablePictureException.TooLarge("The TIFF has too many fields.");
        }

        for (var n = 0; n < count; n++)
        {
            var entry = at + 2 + (EntryBytes * n);
            _fields.TryAdd(file.U16(entry), new Field(file.U16(entry + 2), file.U32(entry + 4), entry + 8));
        }

        Next = file.Place(at + 2 + (EntryBytes * count));
    }

    /// <summary>Where the next directory lies; 0 for none.</summary>
    public int Next { get; }

    /// <summary>A smaller copy of another page, or a mask for one: no page by itself.</summary>
    public bool IsAside => (Number(254, 0) & 0b101) != 0;

    public int Width => Number(256);

    public int Height => Number(257);

    public int Bits => Number(258, 1);

    public int Compression => Number(259, 1);

    /// <summary>0 white is zero, 1 black is zero, 2 RGB, 3 palette, 5 CMYK, 6 YCbCr.</summary>
    public int Photometric => Number(262);

    /// <summary>2 when the bits of each byte run backwards.</summary>
    public int FillOrder => Number(266, 1);

    /// <summary>1 to 8; 1 for what is none of them.</summary>
    public int Orientation => Number(274, 1) is >= 1 and <= 8 and var turn ? turn : 1;

    public int Samples => Number(277, 1);

    public int RowsPerStrip => Math.Min(Number(278, int.MaxValue), Height);

    /// <summary>2 when the colours lie in planes of their own.</summary>
    public int Planes => Number(284, 1);

    public int T4Options => Number(292, 0);

    /// <summary>2 when each sample is the difference from the one before.</summary>
    public int Predictor => Number(317, 1);

    /// <summary>In tiles instead of strips.</summary>
    public bool IsTiled => _fields.ContainsKey(324);

    public bool IsLittleEndian => _file.At(0, 1)[0] == 'I';

    public ReadOnlyMemory<byte> JpegTables => _fields.ContainsKey(347) ? _file.Slice(Find(347).At, Find(347).Count) : default;

    /// <summary>Reds, then greens, then blues, 16 bits each.</summary>
    public IReadOnlyList<int> ColorMap => [.. Numbers(320)];

    /// <summary>By XResolution, YResolution and ResolutionUnit (1 proportion only, 2 inch, 3 centimetre).</summary>
    public Density? Density
    {
        get
        {
            var (x, y) = (Ratio(282) ?? Ratio(283), Ratio(283) ?? Ratio(282));
            return x is null || y is null ? null : Number(296, 2) switch
            {
                1 => Pictures.Density.Shape(x.Value, y.Value),
                2 => Pictures.Density.Of(x.Value, y.Value, 1),
                3 => Pictures.Density.Of(x.Value, y.Value, 2.54),
                _ => null,
            };
        }
    }

    /// <summary>How many strips there are said to be.</summary>
    public long StripCount => _fields.TryGetValue(273, out var strips) ? strips.Count : 0;

    public IReadOnlyList<ReadOnlyMemory<byte>> Strips()
    {
        var (places, lengths) = (Numbers(273).ToList(), Numbers(279).ToList());
        return places.Count == lengths.Count && places.Count > 0 && lengths.TrueForAll(length => length > 0)
            ? [.. places.Zip(lengths, (place, length) => _file.Slice(place, length))]
            : throw new InvalidDataException("The TIFF has no strips.");
    }

    private int Number(int tag, int? otherwise = null) => !_fields.ContainsKey(tag) && otherwise is { } value ? value : Numbers(tag).First();

    private IEnumerable<int> Numbers(int tag)
    {
        var (type, count, at) = Find(tag);
        return Enumerable.Range(0, count).Select(n => type switch
        {
            1 => _file.U8(at + n),
            Short => _file.U16(at + (2 * n)),
            Long => _file.Place(at + (4 * n)),
            _ => throw new InvalidDataException($"The TIFF has a strange field {tag}."),
        });
    }

    private double? Ratio(int tag)
    {
        if (!_fields.ContainsKey(tag) || Find(tag) is not { Type: Rational } found || _file.U32(found.At + 4) == 0)
        {
            return null;
        }

        return (double)_file.U32(found.At) / _file.U32(found.At + 4);
    }

    // A field of at most four bytes stands in the directory itself.
    private (int Type, int Count, int At) Find(int tag)
    {
        if (!_fields.TryGetValue(tag, out var field))
        {
            throw new InvalidDataException($"The TIFF lacks field {tag}.");
        }

        var size = field.Type switch { Short => 2L, Long => 4, Rational => 8, _ => 1 } * field.Count;
        return field.Count == 0 || size > _file.Length
            ? throw new InvalidDataException("The TIFF is damaged.")
            : (field.Type, (int)field.Count, size <= 4 ? field.At : _file.Place(field.At));
    }

    private readonly record struct Field(int Type, uint Count, int At);
}
