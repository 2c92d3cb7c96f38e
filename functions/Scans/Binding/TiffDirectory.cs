using PublicAdmin.Pdf;

namespace PublicAdmin.Scans.Binding;

/// <summary>The fields of one page of a TIFF file (TIFF 6.0 section 2). A missing field has its default.</summary>
internal sealed class TiffDirectory(ByteSource file, int at)
{
    public int Width => Number(256);

    public int Height => Number(257);

    public int Bits => Number(258, 1);

    public int Compression => Number(259, 1);

    /// <summary>0 white is zero, 1 black is zero, 2 RGB, 3 palette, 6 YCbCr.</summary>
    public int Photometric => Number(262);

    /// <summary>2 when the bits of each byte run backwards.</summary>
    public int FillOrder => Number(266, 1);

    public int Samples => Number(277, 1);

    public int RowsPerStrip => Math.Min(Number(278, int.MaxValue), Height);

    /// <summary>2 when the colours lie in planes of their own.</summary>
    public int Planes => Number(284, 1);

    public int T4Options => Number(292, 0);

    /// <summary>2 when each sample is the difference from the one before.</summary>
    public int Predictor => Number(317, 1);

    public ReadOnlyMemory<byte> JpegTables => Find(347) is { } entry ? file.Slice(entry.At, entry.Count) : default;

    /// <summary>Reds, then greens, then blues, 16 bits each.</summary>
    public IReadOnlyList<int> ColorMap => [.. Numbers(320)];

    /// <summary>Pixels per inch.</summary>
    public double? Resolution
    {
        get
        {
            if (Find(282) is not { Type: 5 } entry || file.U32(entry.At + 4) == 0)
            {
                return null;
            }

            var perUnit = (double)file.U32(entry.At) / file.U32(entry.At + 4);
            return Number(296, 2) switch { 2 => perUnit, 3 => perUnit * 2.54, _ => null };
        }
    }

    public IReadOnlyList<ReadOnlyMemory<byte>> Strips()
    {
        var (places, lengths) = (Numbers(273).ToList(), Numbers(279).ToList());
        return places.Count == lengths.Count && places.Count > 0
            ? [.. places.Zip(lengths, (place, length) => file.Slice(place, length))]
            : throw new InvalidDataException("The TIFF has no strips.");
    }

    private int Number(int tag, int? otherwise = null) => Find(tag) is null && otherwise is { } value ? value : Numbers(tag).First();

    private IEnumerable<int> Numbers(int tag)
    {
        var entry = Find(tag) ?? throw new InvalidDataException($"The TIFF lacks field {tag}.");
        return Enumerable.Range(0, entry.Count).Select(n => entry.Type switch
        {
            1 => file.U8(entry.At + n),
            3 => file.U16(entry.At + (2 * n)),
            4 => file.Place(entry.At + (4 * n)),
            _ => throw new InvalidDataException($"The TIFF has a strange field {tag}."),
        });
    }

    // A field of at most four bytes stands in the directory itself.
    private (int Type, int Count, int At)? Find(int tag)
    {
        for (var n = 0; n < file.U16(at); n++)
        {
            var entry = at + 2 + (12 * n);
            if (file.U16(entry) == tag)
            {
                var (type, count) = (file.U16(entry + 2), file.Place(entry + 4));
                var size = type switch { 3 => 2L, 4 => 4, 5 => 8, _ => 1 } * count;
                return count == 0 || size > file.Length ? throw new InvalidDataException("The TIFF is damaged.") : (type, count, size <= 4 ? entry + 8 : file.Place(entry + 8));
            }
        }

        return null;
    }
}
