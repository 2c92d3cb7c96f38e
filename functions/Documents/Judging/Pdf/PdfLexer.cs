using System.Buffers;
using System.Globalization;
using System.Text;

namespace PublicAdmin.Documents.Judging.Pdf;

/// <summary>
/// Reads PDF values (ISO 32000-1 section 7.3) from any position. What makes no sense is skipped: each call moves forward
/// or ends, so no bytes can hold it up.
/// </summary>
internal sealed class PdfLexer(ReadOnlyMemory<byte> bytes, int at, PdfBudget budget)
{
    private const int LongestWord = 127;

    private static readonly SearchValues<byte> Regular = SearchValues.Create(
        [.. Enumerable.Range(0, 256).Select(b => (byte)b).Where(b => !IsSpace(b) && !"()<>[]{}/%"u8.Contains(b))]);

    public int At { get; private set; } = Math.Clamp(at, 0, bytes.Length);

    /// <summary>The next value or word; <see cref="PdfWord.End"/> at the end.</summary>
    public object? Next()
    {
        var from = At;
        var value = Next(0);
        budget.TakeWork(At - from);
        return value;
    }

    public static bool IsSpace(byte b) => b is 0 or 9 or 10 or 12 or 13 or 32;

    private byte Here => At < bytes.Length ? bytes.Span[At] : (byte)0;

    private object? Next(int depth)
    {
        budget.TakeValue();
        SkipSpace();
        if (At >= bytes.Length)
        {
            return PdfWord.End;
        }

        if (depth > ReadingLimits.PdfDepth)
        {
            throw new PdfTooComplexException();
        }

        switch (bytes.Span[At])
        {
            case (byte)'/': At++; return new PdfName(Name());
            case (byte)'(': return Literal();
            case (byte)'<' when At + 1 < bytes.Length && bytes.Span[At + 1] == '<': At += 2; return Dictionary(depth);
            case (byte)'<': return Hex();
            case (byte)'[': At++; return Array(depth);
            case (byte)']' or (byte)')' or (byte)'{' or (byte)'}': return new PdfWord(((char)bytes.Span[At++]).ToString());
            case (byte)'>': At += At + 1 < bytes.Length && bytes.Span[At + 1] == '>' ? 2 : 1; return new PdfWord(">>");
            default: return Word();
        }
    }

    private void SkipSpace()
    {
        while (At < bytes.Length && (IsSpace(bytes.Span[At]) || bytes.Span[At] == '%'))
        {
            if (bytes.Span[At] == '%')
            {
                var end = bytes.Span[At..].IndexOfAny((byte)'\r', (byte)'\n');
                At = end < 0 ? bytes.Length : At + end;
            }
            else
            {
                At++;
            }
        }
    }

    private ReadOnlySpan<byte> Run()
    {
        var rest = bytes.Span[At..];
        var end = rest.IndexOfAnyExcept(Regular);
        var run = end < 0 ? rest : rest[..end];
        At += run.Length;
        return run;
    }

    private string Name()
    {
        var run = Run();
        var text = Encoding.Latin1.GetString(run[..Math.Min(run.Length, LongestWord)]);
        return text.Contains('#', StringComparison.Ordinal) ? Unescape(text) : text;
    }

    private static string Unescape(string text)
    {
        var plain = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            var escaped = text[i] == '#' && i + 2 < text.Length && byte.TryParse(text.AsSpan(i + 1, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out _);
            plain.Append(escaped ? (char)Convert.ToByte(text.Substring(i + 1, 2), 16) : text[i]);
            i += escaped ? 2 : 0;
        }

        return plain.ToString();
    }

    private object? Word()
    {
        var run = Run();
        var text = Encoding.Latin1.GetString(run[..Math.Min(run.Length, LongestWord)]);
        return text switch
        {
            "true" => true,
            "false" => false,
            "null" => null,
            _ => double.TryParse(text, NumberStyles.Float & ~NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var number)
                ? ReferenceOr(number)
                : new PdfWord(text),
        };
    }

    // "12 0 R": two more words decide; if they are others, the reading goes back to behind the number.
    private object ReferenceOr(double number)
    {
        var behind = At;
        if (number is >= 0 and <= int.MaxValue && number == Math.Floor(number))
        {
            SkipSpace();
            if (Here is >= (byte)'0' and <= (byte)'9' && Run().Length <= 5)
            {
                SkipSpace();
                if (Here == 'R' && Run().Length == 1)
                {
                    return new PdfReference((int)number);
                }
            }
        }

        At = behind;
        return number;
    }

    // What a string says is never asked for.
    private string Literal()
    {
        var span = bytes.Span;
        var open = 0;
        do
        {
            var next = span[At..].IndexOfAny((byte)'\\', (byte)'(', (byte)')');
            At = next < 0 ? span.Length : At + next;
            if (next >= 0)
            {
                open += span[At] switch { (byte)'(' => 1, (byte)')' => -1, _ => 0 };
                At += span[At] == '\\' ? 2 : 1;
            }
        }
        while (open > 0 && At < span.Length);
        At = Math.Min(At, bytes.Length);
        return "";
    }

    private string Hex()
    {
        var end = bytes.Span[At..].IndexOf((byte)'>');
        At = end < 0 ? bytes.Length : At + end + 1;
        return "";
    }

    private List<object?> Array(int depth)
    {
        var items = new List<object?>();
        while (Next(depth + 1) is var item && item is not PdfWord { Text: "]" or "" or ">>" or "endobj" })
        {
            items.Add(item);
        }

        return items;
    }

    private PdfDictionary Dictionary(int depth)
    {
        var entries = new PdfDictionary();
        while (Next(depth + 1) is var key && key is not PdfWord { Text: ">>" or "" or "endobj" })
        {
            if (key is not PdfName name)
            {
                continue;
            }

            var value = Next(depth + 1);
            if (value is PdfWord { Text: ">>" or "" or "endobj" })
            {
                break;
            }

            entries[name.Text] = value;
        }

        return entries;
    }
}
