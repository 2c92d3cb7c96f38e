using System.Buffers;
using System.Text;

namespace PublicAdmin.Embedded.Rows;

/// <summary>
/// Writes long texts shorter: a phrase that stands in nearly every row (names of JSON fields, mostly) becomes two bytes, 0xFF and its
/// number, and runs of digits are packed (<see cref="RowRuns"/>). UTF-8 knows no 0xFF. A general compressor needs more than a row to
/// learn from, and ten times as long.
/// </summary>
internal static class RowPhrases
{
    private const byte Mark = 0xFF;
    private const int Slots = 1 << 12;
    private static readonly byte[][] Phrases = [.. RowPhraseList.Text.ReplaceLineEndings("\n").Split('\n').Select(Encoding.UTF8.GetBytes)];
    private static readonly byte[]?[] Starting = Index();

    public static byte[] Encode(ReadOnlySpan<byte> text)
    {
        var bytes = ArrayPool<byte>.Shared.Rent(text.Length);
        var (read, written) = (0, 0);
        while (read < text.Length)
        {
            if (PhraseAt(text[read..]) is { } number)
            {
                (bytes[written++], bytes[written++]) = (Mark, number);
                read += Phrases[number].Length;
            }
            else if (RowRuns.Encode(text[read..], bytes.AsSpan(written)) is { Read: > 0 } run)
            {
                (read, written) = (read + run.Read, written + run.Written);
            }
            else
            {
                bytes[written++] = text[read++];
            }
        }

        var encoded = bytes.AsSpan(0, written).ToArray();
        ArrayPool<byte>.Shared.Return(bytes);
        return encoded;
    }

    public static string Decode(ReadOnlySpan<byte> bytes)
    {
        var text = new ArrayBufferWriter<byte>(Math.Max(16, bytes.Length * 3));
        for (var mark = MarkIn(bytes); mark >= 0; mark = MarkIn(bytes))
        {
            text.Write(bytes[..mark]);
            bytes = bytes[(mark + (RowRuns.IsMark(bytes[mark]) ? RowRuns.Decode(bytes[mark..], text) : DecodePhrase(bytes[mark + 1], text)))..];
        }

        text.Write(bytes);
        return Encoding.UTF8.GetString(text.WrittenSpan);
    }

    private static int MarkIn(ReadOnlySpan<byte> bytes) => bytes.IndexOfAnyInRange(RowRuns.FirstMark, Mark);

    private static int DecodePhrase(byte number, ArrayBufferWriter<byte> text)
    {
        text.Write(Phrases[number]);
        return 2;
    }

    /// <summary>The number of the longest phrase a text begins with.</summary>
    public static byte? PhraseAt(ReadOnlySpan<byte> text)
    {
        if (text.Length >= 3 && Starting[SlotOf(text)] is { } numbers)
        {
            foreach (var number in numbers)
            {
                if (text.StartsWith(Phrases[number]))
                {
                    return number;
                }
            }
        }

        return null;
    }

    // By their first three bytes, the longest phrase first.
    private static byte[]?[] Index()
    {
        var slots = new byte[]?[Slots];
        foreach (var slot in Phrases.Index().OrderByDescending(phrase => phrase.Item.Length).GroupBy(phrase => SlotOf(phrase.Item)))
        {
            slots[slot.Key] = [.. slot.Select(phrase => (byte)phrase.Index)];
        }

        return slots;
    }

    private static int SlotOf(ReadOnlySpan<byte> text) => ((text[0] << 6) ^ (text[1] << 3) ^ text[2]) % Slots;
}
