namespace PublicAdmin.Scans.Judging;

/// <summary>Reads the directories of a TIFF: each is a page, unless it says it is a thumbnail of one.</summary>
internal static class TiffReader
{
    private const int NewSubfileType = 254;
    private const int Width = 256;
    private const int Height = 257;
    private const int StripOffsets = 273;
    private const int StripByteCounts = 279;
    private const int TileOffsets = 324;
    private const int TileByteCounts = 325;

    public static FileFacts Read(ReadOnlySpan<byte> file)
    {
        var facts = new FileFacts(FileKind.Tiff);
        if (!TiffDirectory.TryHeader(file, out var little, out var at))
        {
            return facts with { Damaged = true };
        }

        var seen = new HashSet<long>();
        var strips = 0L;
        for (; at != 0; strips += 1)
        {
            if (!seen.Add(at) || !TiffDirectory.TryAt(file, little, at, out var page))
            {
                return facts with { Damaged = true };
            }

            strips += Math.Max(page[StripOffsets].Count, page[TileOffsets].Count);
            if (strips > ReadingLimits.TiffStrips || seen.Count > ReadingLimits.Pages)
            {
                return facts with { TooComplex = true };
            }

            facts = WithPage(facts, file, page);
            at = page.Next;
        }

        return facts with { Damaged = facts.Damaged || facts.Pages == 0 };
    }

    private static FileFacts WithPage(FileFacts facts, ReadOnlySpan<byte> file, TiffDirectory page)
    {
        if ((page[NewSubfileType].Number() & 1) == 1)
        {
            return facts;
        }

        var (width, height) = (page[Width].Number() ?? 0, page[Height].Number() ?? 0);
        var whole = width > 0 && height > 0 && (Holds(file, page[StripOffsets], page[StripByteCounts]) || Holds(file, page[TileOffsets], page[TileByteCounts]));
        var dpi = ScanResolution.Of(width, height, page.Dpi());
        return facts with
        {
            Pages = facts.Pages + 1,
            Damaged = facts.Damaged || !whole,
            Dpi = facts.Dpi is { } worst && !(dpi < worst) ? worst : dpi,
        };
    }

    private static bool Holds(ReadOnlySpan<byte> file, TiffValues offsets, TiffValues lengths)
    {
        for (var i = 0L; i < offsets.Count; i++)
        {
            if (offsets.Number(i) is not { } at || lengths.Number(i) is not (> 0 and var length) || !Bytes.Inside(file, at, length))
            {
                return false;
            }
        }

        return offsets.Count > 0;
    }
}
