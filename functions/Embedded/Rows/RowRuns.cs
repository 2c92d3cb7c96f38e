using System.Buffers;

namespace PublicAdmin.Embedded.Rows;

/// <summary>
/// Runs of digits take half a byte a character: hashes, and moments, codes and numbers. A run is written as its alphabet's mark, its
/// length and two characters a byte. UTF-8 knows neither 0xFD nor 0xFE.
/// </summary>
internal static class RowRuns
{
    public const byte FirstMark = 0xFD;

    // Shorter ones would gain nothing.
    private const int Least = 6;
    private const int Most = byte.MaxValue;
    private static readonly byte[][] Alphabets = ["0123456789abcdef"u8.ToArray(), "0123456789-:T.H/"u8.ToArray()];
    private static readonly sbyte[][] Digits = [.. Alphabets.Select(DigitsOf)];

    /// <summary>Whether a mark says that a run follows.</summary>
    public static bool IsMark(byte mark) => mark >= FirstMark && mark < FirstMark + Alphabets.Length;

    /// <summary>Writes the longer of the runs the text begins with, before any phrase.</summary>
    /// <returns>How many bytes of the text it took and how many it wrote; zero for no run worth it.</returns>
    public static (int Read, int Written) Encode(ReadOnlySpan<byte> text, Span<byte> bytes)
    {
        var (hex, moment) = (LengthOf(text, Digits[0]), LengthOf(text, Digits[1]));
        var (alphabet, length) = hex > moment ? (0, hex) : (1, moment);
        if (length < Least)
        {
            return default;
        }

        (bytes[0], bytes[1]) = ((byte)(FirstMark + alphabet), (byte)length);
        var digits = Digits[alphabet];
        for (var at = 0; at < length; at += 2)
        {
            bytes[2 + (at / 2)] = (byte)((digits[text[at]] << 4) | (at + 1 < length ? digits[text[at + 1]] : 0));
        }

        return (length, 2 + ((length + 1) / 2));
    }

    /// <summary>Writes out the run the bytes begin with.</summary>
    /// <returns>How many bytes it took.</returns>
    public static int Decode(ReadOnlySpan<byte> bytes, IBufferWriter<byte> text)
    {
        var (alphabet, length) = (Alphabets[bytes[0] - FirstMark], bytes[1]);
        var span = text.GetSpan(length);
        for (var at = 0; at < length; at++)
        {
            var pair = bytes[2 + (at / 2)];
            span[at] = alphabet[at % 2 == 0 ? pair >> 4 : pair & 0xF];
        }

        text.Advance(length);
        return 2 + ((length + 1) / 2);
    }

    // A phrase inside a run is shorter still.
    private static int LengthOf(ReadOnlySpan<byte> text, sbyte[] digits)
    {
        var length = 0;
        while (length < text.Length && length < Most && digits[text[length]] >= 0 && (length == 0 || RowPhrases.PhraseAt(text[length..]) is null))
        {
            length++;
        }

        return length;
    }

    private static sbyte[] DigitsOf(byte[] alphabet)
    {
        var digits = new sbyte[byte.MaxValue + 1];
        Array.Fill(digits, (sbyte)-1);
        foreach (var (digit, character) in alphabet.Index())
        {
            digits[character] = (sbyte)digit;
        }

        return digits;
    }
}
