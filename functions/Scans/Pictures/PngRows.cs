namespace PublicAdmin.Scans.Pictures;

/// <summary>What the first chunk of a PNG says.</summary>
/// <param name="Bits">Per sample.</param>
/// <param name="Color">0 grey, 2 RGB, 3 palette, 4 grey and alpha, 6 RGB and alpha.</param>
/// <param name="Samples">Per pixel.</param>
internal sealed record PngHeader(int Width, int Height, int Bits, int Color, int Samples, bool Interlaced)
{
    // The seven passes of Adam7: first column and row, and the steps between them.
    private static readonly PngPass[] Adam7 = [
        new(0, 0, 8, 8), new(4, 0, 8, 8), new(0, 4, 4, 8), new(2, 0, 4, 4), new(0, 2, 2, 4), new(1, 0, 2, 2), new(0, 1, 1, 2)];

    public IEnumerable<PngPass> Passes => (Interlaced ? Adam7 : [new PngPass(0, 0, 1, 1)]).Where(pass => pass.WidthIn(this) > 0 && pass.HeightIn(this) > 0);

    public int RowLength(int width) => (int)((((long)width * Samples * Bits) + 7) / 8);

    /// <summary>All rows of all passes, each with the byte that names its filter.</summary>
    public int PackedLength => Passes.Sum(pass => pass.HeightIn(this) * (RowLength(pass.WidthIn(this)) + 1));
}

/// <summary>A coarser picture within an interlaced one.</summary>
internal readonly record struct PngPass(int Left, int Top, int StepX, int StepY)
{
    public int WidthIn(PngHeader header) => (header.Width - Left + StepX - 1) / StepX;

    public int HeightIn(PngHeader header) => (header.Height - Top + StepY - 1) / StepY;
}

/// <summary>Undoes the filters of PNG rows (section 9) and puts interlaced passes together (section 8.1).</summary>
internal static class PngRows
{
    public static byte[] Decode(byte[] packed, PngHeader header)
    {
        var rows = new byte[header.RowLength(header.Width) * header.Height];
        var at = 0;
        foreach (var pass in header.Passes)
        {
            var length = header.RowLength(pass.WidthIn(header));
            var above = new byte[length];
            for (var y = 0; y < pass.HeightIn(header); y++)
            {
                var row = packed.AsSpan(at + 1, length);
                Unfilter(packed[at], row, above, Math.Max(1, header.Samples * header.Bits / 8));
                Spread(row, rows, header, pass, pass.Top + (y * pass.StepY));
                row.CopyTo(above);
                at += length + 1;
            }
        }

        return rows;
    }

    private static void Unfilter(byte filter, Span<byte> row, byte[] above, int pixel)
    {
        for (var n = 0; n < row.Length; n++)
        {
            int left = n >= pixel ? row[n - pixel] : 0;
            int corner = n >= pixel ? above[n - pixel] : 0;
            row[n] += filter switch
            {
                0 => 0,
                1 => (byte)left,
                2 => above[n],
                3 => (byte)((left + above[n]) / 2),
                4 => Paeth(left, above[n], corner),
                _ => throw new InvalidDataException("The PNG has an unknown filter."),
            };
        }
    }

    private static byte Paeth(int left, int above, int corner)
    {
        var guess = left + above - corner;
        var (toLeft, toAbove, toCorner) = (Math.Abs(guess - left), Math.Abs(guess - above), Math.Abs(guess - corner));
        return (byte)(toLeft <= toAbove && toLeft <= toCorner ? left : toAbove <= toCorner ? above : corner);
    }

    private static void Spread(ReadOnlySpan<byte> row, byte[] rows, PngHeader header, PngPass pass, int y)
    {
        var line = rows.AsSpan(y * header.RowLength(header.Width), header.RowLength(header.Width));
        if (pass.StepX == 1)
        {
            row.CopyTo(line);
            return;
        }

        var bits = header.Samples * header.Bits;
        for (var n = 0; n < pass.WidthIn(header); n++)
        {
            Copy(row, n * bits, line, (pass.Left + (n * pass.StepX)) * bits, bits);
        }
    }

    // A pixel is whole bytes, or a part of one.
    private static void Copy(ReadOnlySpan<byte> from, int fromBit, Span<byte> to, int toBit, int bits)
    {
        if (bits >= 8)
        {
            from.Slice(fromBit / 8, bits / 8).CopyTo(to[(toBit / 8)..]);
            return;
        }

        var pixel = (from[fromBit / 8] >> (8 - bits - (fromBit % 8))) & ((1 << bits) - 1);
        to[toBit / 8] |= (byte)(pixel << (8 - bits - (toBit % 8)));
    }
}
