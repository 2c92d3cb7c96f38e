namespace PublicAdmin.Pdf.Fonts;

/// <summary>The 'cmap' table of a font: from characters to glyphs (OpenType 1.9, formats 4 and 12, the two that Unicode fonts use).</summary>
internal static class CharacterMap
{
    public static Dictionary<int, int> Read(ByteSource cmap)
    {
        var glyphs = new Dictionary<int, int>();
        for (var n = 0; n < cmap.U16(2); n++)
        {
            var at = cmap.Place(4 + (8 * n) + 4);
            switch (cmap.U16(at))
            {
                case 4:
                    ReadSegments(cmap, at, glyphs);
                    break;
                case 12:
                    ReadGroups(cmap, at, glyphs);
                    break;
            }
        }

        return glyphs;
    }

    private static void ReadSegments(ByteSource cmap, int at, Dictionary<int, int> glyphs)
    {
        var bytes = cmap.U16(at + 6); // Twice the number of segments: the length of each of the four arrays.
        for (var n = 0; n < bytes; n += 2)
        {
            var end = at + 14 + n;
            var start = end + bytes + 2;
            var offset = start + (2 * bytes);
            var delta = cmap.U16(start + bytes);
            for (var character = cmap.U16(start); character <= cmap.U16(end) && character != 0xFFFF; character++)
            {
                var skip = cmap.U16(offset);
                var glyph = skip == 0 ? character : cmap.U16(offset + skip + (2 * (character - cmap.U16(start))));
                Add(glyphs, character, glyph == 0 ? 0 : (glyph + delta) & 0xFFFF);
            }
        }
    }

    private static void ReadGroups(ByteSource cmap, int at, Dictionary<int, int> glyphs)
    {
        for (var n = 0; n < cmap.Place(at + 12); n++)
        {
            var group = at + 16 + (12 * n);
            var first = cmap.Place(group);
            for (var character = first; character <= Math.Min(cmap.Place(group + 4), 0x10FFFF); character++)
            {
                Add(glyphs, character, cmap.Place(group + 8) + character - first);
            }
        }
    }

    private static void Add(Dictionary<int, int> glyphs, int character, int glyph)
    {
        if (glyph != 0)
        {
            glyphs.TryAdd(character, glyph);
        }
    }
}
