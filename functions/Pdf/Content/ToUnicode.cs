using System.Text;
using PublicAdmin.Pdf.Reading;

namespace PublicAdmin.Pdf.Content;

/// <summary>The map from a font's codes to letters (ISO 32000-1 section 9.10.3).</summary>
internal static class ToUnicode
{
    private const int MapBytes = 512 * 1024;
    private const int MostLetters = ushort.MaxValue;

    public static void Read(ObjectTable objects, PdfStream map, Dictionary<int, string> letters)
    {
        var operands = new List<PdfValue>();
        var text = objects.Unpack(map, MapBytes);
        objects.Reading.TakeWork(text.Length);
        var lexer = new PdfLexer(text, 0, objects.Reading.With(objects.Reading.Limits with { Strict = false }));
        while (lexer.Read() is var value && value != PdfToken.End)
        {
            if (value is not PdfToken { IsWord: true } word)
            {
                operands.Add(value);
                continue;
            }

            if (word.Is("endbfchar"u8))
            {
                ReadChars(operands, letters);
            }
            else if (word.Is("endbfrange"u8))
            {
                ReadRanges(operands, letters, objects.Reading);
            }

            operands.Clear();
        }
    }

    private static void ReadChars(List<PdfValue> operands, Dictionary<int, string> letters)
    {
        for (var n = 0; n + 1 < operands.Count; n += 2)
        {
            letters[Code(operands[n])] = Letters(operands[n + 1], 0);
        }
    }

    private static void ReadRanges(List<PdfValue> operands, Dictionary<int, string> letters, PdfReading reading)
    {
        for (var n = 0; n + 2 < operands.Count; n += 3)
        {
            var (first, last) = (Code(operands[n]), Math.Min(Code(operands[n + 1]), MostLetters));
            reading.TakeWork(Math.Max(0, last - first));
            for (var code = first; code <= last; code++)
            {
                letters[code] = operands[n + 2] is PdfArray each
                    ? code - first < each.Items.Count ? Letters(each.Items[code - first], 0) : ""
                    : Letters(operands[n + 2], code - first);
            }
        }
    }

    private static int Code(PdfValue value) => ((value as PdfToken)?.AsBytes() ?? []).Take(4).Aggregate(0, (code, digit) => (code << 8) | digit);

    private static string Letters(PdfValue value, int further)
    {
        var bytes = (value as PdfToken)?.AsBytes() ?? [];
        if (bytes.Length > 0 && further > 0)
        {
            bytes[^1] = (byte)(bytes[^1] + further);
        }

        return Encoding.BigEndianUnicode.GetString(bytes);
    }
}
