using System.Buffers;
using System.Buffers.Binary;
using PublicAdmin.Pdf.Writing;

namespace PublicAdmin.Pdf.Fonts;

/// <summary>
/// A font file with only the glyphs a document shows. Glyphs keep their numbers and the unused ones become empty, so character codes in the
/// PDF are glyph numbers and nothing has to be renumbered.
/// </summary>
internal static class TrueTypeSubset
{
    /// <returns>The file's length, and the file packed for a stream of a PDF.</returns>
    public static (int Length, byte[] Packed) Pack(TrueTypeFont font, IEnumerable<int> used)
    {
        var tables = Of(font, used);
        var length = TrueTypeFile.LengthOf(tables.Values);
        var lent = ArrayPool<byte>.Shared.Rent(length);
        try
        {
            TrueTypeFile.Write(tables, lent.AsSpan(0, length));
            return (length, PdfSyntax.Deflate(lent.AsSpan(0, length)));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(lent);
        }
    }

    private static SortedDictionary<string, ReadOnlyMemory<byte>> Of(TrueTypeFont font, IEnumerable<int> used)
    {
        var wanted = WithParts(font, used);
        var (outlines, offsets) = Outlines(font, wanted);
        var tables = new SortedDictionary<string, ReadOnlyMemory<byte>>(StringComparer.Ordinal)
        {
            ["glyf"] = outlines,
            ["head"] = Head(font),
            ["hhea"] = font.TableBytes("hhea")!.Value,
            ["hmtx"] = Advances(font, wanted),
            ["loca"] = offsets,
            ["maxp"] = font.TableBytes("maxp")!.Value,
        };
        foreach (var hinting in new[] { "cvt ", "fpgm", "prep" })
        {
            if (font.TableBytes(hinting) is { } bytes)
            {
                tables[hinting] = bytes;
            }
        }

        return tables;
    }

    // "ễ" is drawn as "e" with a mark: its parts must come along, and theirs.
    private static bool[] WithParts(TrueTypeFont font, IEnumerable<int> used)
    {
        var wanted = new bool[font.Glyphs + 1];
        var waiting = new Stack<int>(used.Prepend(0));
        while (waiting.TryPop(out var glyph))
        {
            if (!wanted[glyph])
            {
                wanted[glyph] = true;
                PartsOf(Outline(font, glyph)).ForEach(waiting.Push);
            }
        }

        return wanted;
    }

    private static List<int> PartsOf(ByteSource outline)
    {
        var parts = new List<int>();
        if (outline.Length == 0 || outline.S16(0) >= 0)
        {
            return parts;
        }

        for (int at = 10, flags = 0x20; (flags & 0x20) != 0; at += SizeOfPart(flags))
        {
            flags = outline.U16(at);
            parts.Add(outline.U16(at + 2));
        }

        return parts;
    }

    private static int SizeOfPart(int flags)
    {
        var place = (flags & 0x01) != 0 ? 4 : 2;
        var scale = (flags & 0x08) != 0 ? 2 : (flags & 0x40) != 0 ? 4 : (flags & 0x80) != 0 ? 8 : 0;
        return 4 + place + scale;
    }

    private static ByteSource Outline(TrueTypeFont font, int glyph)
    {
        var (from, length) = TrueTypeFile.PlaceOf(glyph, font.Table("loca"), font.LongOffsets);
        return new ByteSource(font.Table("glyf").Slice(from, length));
    }

    private static (byte[] Outlines, byte[] Offsets) Outlines(TrueTypeFont font, bool[] wanted)
    {
        var (loca, glyf) = (font.Table("loca"), font.Table("glyf"));
        var length = 0;
        for (var glyph = 0; glyph <= font.Glyphs; glyph++)
        {
            length += wanted[glyph] ? (TrueTypeFile.PlaceOf(glyph, loca, font.LongOffsets).Length + 3) & ~3 : 0;
        }

        var (outlines, offsets) = (new byte[length], new byte[4 * (font.Glyphs + 1)]);
        for (int glyph = 0, at = 0; glyph <= font.Glyphs; glyph++)
        {
            BinaryPrimitives.WriteInt32BigEndian(offsets.AsSpan(4 * glyph), at);
            if (wanted[glyph])
            {
                var (from, size) = TrueTypeFile.PlaceOf(glyph, loca, font.LongOffsets);
                glyf.At(from, size).CopyTo(outlines.AsSpan(at));
                at += (size + 3) & ~3;
            }
        }

        return (outlines, offsets);
    }

    // Widths of glyphs nobody shows are zero: they compress to nothing. The last one counts for all behind it and stays.
    private static byte[] Advances(TrueTypeFont font, bool[] wanted)
    {
        var all = font.TableBytes("hmtx")!.Value.Span;
        var advances = new byte[all.Length];
        for (var glyph = 0; glyph < font.Advances; glyph++)
        {
            if (wanted[glyph] || glyph == font.Advances - 1)
            {
                all.Slice(4 * glyph, 4).CopyTo(advances.AsSpan(4 * glyph));
            }
        }

        all[(4 * font.Advances)..].CopyTo(advances.AsSpan(4 * font.Advances));
        return advances;
    }

    private static byte[] Head(TrueTypeFont font)
    {
        var head = font.TableBytes("head")!.Value.ToArray();
        BinaryPrimitives.WriteUInt32BigEndian(head.AsSpan(8), 0); // The sum of the file, known at the end.
        BinaryPrimitives.WriteUInt16BigEndian(head.AsSpan(50), 1); // Offsets of 32 bits.
        return head;
    }
}
