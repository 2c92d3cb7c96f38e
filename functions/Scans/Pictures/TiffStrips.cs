namespace PublicAdmin.Scans.Pictures;

/// <summary>The compressions of TIFF 6.0 that PDF does not share. Each fills the rows it is given and answers how many bytes it had.</summary>
internal static class TiffStrips
{
    private const int Clear = 256;
    private const int End = 257;
    private const int MaxCodes = 4096;

    public static int Copy(ReadOnlySpan<byte> packed, Span<byte> rows)
    {
        var length = Math.Min(packed.Length, rows.Length);
        packed[..length].CopyTo(rows);
        return length;
    }

    /// <summary>Section 9: a count, then that many bytes or one byte so many times.</summary>
    public static int PackBits(ReadOnlySpan<byte> packed, Span<byte> rows)
    {
        var (from, to) = (0, 0);
        while (from + 1 < packed.Length && to < rows.Length)
        {
            var count = (sbyte)packed[from++];
            if (count >= 0)
            {
                var length = Math.Min(count + 1, Math.Min(packed.Length - from, rows.Length - to));
                packed.Slice(from, length).CopyTo(rows[to..]);
                (from, to) = (from + count + 1, to + length);
            }
            else if (count != -128)
            {
                var length = Math.Min(1 - count, rows.Length - to);
                rows.Slice(to, length).Fill(packed[from++]);
                to += length;
            }
        }

        return to;
    }

    /// <summary>Section 13. A code stands for bytes already written, so the table only remembers where they are.</summary>
    public static int Lzw(ReadOnlySpan<byte> packed, Span<byte> rows)
    {
        var words = new (int At, int Length)[MaxCodes];
        var (next, previous, bit, to) = (End + 1, (At: 0, Length: 0), 0, 0);
        while (to < rows.Length)
        {
            // Codes grow one earlier than they must ("early change"), as TIFF writers always did.
            var code = Bits(packed, ref bit, next switch { < 511 => 9, < 1023 => 10, < 2047 => 11, _ => 12 });
            if (code is -1 or End)
            {
                break;
            }

            if (code == Clear)
            {
                (next, previous) = (End + 1, (0, 0));
                continue;
            }

            var start = to;
            to += code < Clear ? Put(rows, to, (byte)code) : Repeat(rows, to, WordOf(words, code, next, previous));
            if (previous.Length > 0 && next < MaxCodes)
            {
                words[next++] = (previous.At, previous.Length + 1);
            }

            previous = (start, to - start);
        }

        return to;
    }

    public static byte[] Reversed(ReadOnlySpan<byte> data)
    {
        var reversed = new byte[data.Length];
        for (var n = 0; n < data.Length; n++)
        {
            var value = data[n];
            for (var bit = 0; bit < 8; bit++)
            {
                reversed[n] |= (byte)(((value >> bit) & 1) << (7 - bit));
            }
        }

        return reversed;
    }

    // The newest code may be used before it is complete: it is the word before with its own first byte behind it.
    private static (int At, int Length) WordOf((int At, int Length)[] words, int code, int next, (int At, int Length) previous) =>
        code < next ? words[code]
        : code == next && previous.Length > 0 ? (previous.At, previous.Length + 1)
        : throw new InvalidDataException("The TIFF is damaged.");

    private static int Put(Span<byte> rows, int to, byte value)
    {
        rows[to] = value;
        return 1;
    }

    // Byte by byte: the word may reach into what is being written.
    private static int Repeat(Span<byte> rows, int to, (int At, int Length) word)
    {
        var length = Math.Min(word.Length, rows.Length - to);
        for (var n = 0; n < length; n++)
        {
            rows[to + n] = rows[word.At + n];
        }

        return length;
    }

    private static int Bits(ReadOnlySpan<byte> packed, ref int bit, int count)
    {
        if (bit + count > packed.Length * 8L)
        {
            return -1;
        }

        var value = 0;
        for (var n = 0; n < count; n++, bit++)
        {
            value = (value << 1) | ((packed[bit / 8] >> (7 - (bit % 8))) & 1);
        }

        return value;
    }
}
