using System.Buffers.Text;

namespace PublicAdmin.Pdf.Reading;

/// <summary>A position in an update that passes only what the standard puts there.</summary>
internal ref struct StrictText(ReadOnlySpan<byte> bytes, int at)
{
    private readonly ReadOnlySpan<byte> _bytes = bytes;

    public int At { get; set; } = at;

    private readonly ReadOnlySpan<byte> Rest => At <= _bytes.Length ? _bytes[At..] : throw Odd("its length");

    public static BrokenPdfException Odd(string what) => new($"An update is not strictly written: {what}.");

    public bool TrySkip(ReadOnlySpan<byte> word)
    {
        var found = Rest.StartsWith(word);
        At += found ? word.Length : 0;
        return found;
    }

    public void Demand(ReadOnlySpan<byte> word)
    {
        if (!TrySkip(word))
        {
            throw Odd("a word is missing");
        }
    }

    /// <summary>Digits, without a sign and without leading zeros.</summary>
    public int Number()
    {
        var digits = Rest[..Math.Min(Rest.Length, 11)].IndexOfAnyExceptInRange((byte)'0', (byte)'9');
        if (digits < 1 || (digits > 1 && Rest[0] == '0') || !Utf8Parser.TryParse(Rest[..digits], out int number, out _))
        {
            throw Odd("a number");
        }

        At += digits;
        return number;
    }

    /// <summary>All the bytes as one number with leading zeros.</summary>
    public readonly int Padded() => Utf8Parser.TryParse(Rest, out int number, out var used) && used == Rest.Length ? number : throw Odd("a number");

    public bool TrySkipLineEnd() => TrySkip("\r\n"u8) || TrySkip("\n"u8) || TrySkip("\r"u8);

    public void PastLineEnd()
    {
        if (!TrySkipLineEnd())
        {
            throw Odd("a line end");
        }
    }

    public void PastSpace()
    {
        while (!Rest.IsEmpty && PdfCursor.IsSpace(Rest[0]))
        {
            At++;
        }
    }

    /// <summary>Passes space and the comments some writers leave between objects (their own name), in which no reader finds an object.</summary>
    public void PastGap()
    {
        PastSpace();
        while (!Rest.IsEmpty && Rest[0] == '%' && !Rest.StartsWith("%%EOF"u8))
        {
            var end = Rest.IndexOfAny((byte)'\r', (byte)'\n');
            var comment = end < 0 ? throw Odd("a comment") : Rest[..end];
            if (comment.ContainsAnyExceptInRange((byte)' ', (byte)'~') || comment.IndexOf("obj"u8) >= 0 || comment.IndexOf("xref"u8) >= 0
                || comment.IndexOf("trailer"u8) >= 0 || comment.IndexOf("stream"u8) >= 0 || comment.IndexOf("%PDF"u8) >= 0 || comment.IndexOf("EOF"u8) >= 0)
            {
                throw Odd("a comment");
            }

            At += end;
            PastSpace();
        }
    }
}
