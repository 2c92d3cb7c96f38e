using System.Buffers;
using System.Globalization;
using System.Text;

namespace PublicAdmin.Documents.Judging.Pdf;

/// <summary>A position in bytes that only moves forward, by the smallest pieces of PDF (ISO 32000-1 section 7.2).</summary>
internal sealed class PdfCursor(ReadOnlyMemory<byte> bytes, int at)
{
    private const int LongestWord = 127;

    private static readonly SearchValues<byte> Regular = SearchValues.Create(
        [.. Enumerable.Range(0, 256).Select(b => (byte)b).Where(b => !IsSpace(b) && !"()<>[]{}/%"u8.Contains(b))]);

    public int At { get; private set; } = Math.Clamp(at, 0, bytes.Length);

    public bool IsAtEnd => At >= bytes.Length;

    /// <summary>The byte here, and the one behind it; 0 at the end.</summary>
    public byte Here => Peek(0);

    public byte Behind => Peek(1);

    public static bool IsSpace(byte b) => b is 0 or 9 or 10 or 12 or 13 or 32;

    public void Skip(int count) => At = Math.Min(At + count, bytes.Length);

    public void SkipSpace()
    {
        while (!IsAtEnd && (IsSpace(Here) || Here == '%'))
        {
            if (Here == '%')
            {
                SkipTo(bytes.Span[At..].IndexOfAny((byte)'\r', (byte)'\n'));
            }
            else
            {
                At++;
            }
        }
    }

    /// <summary>Regular characters up to the next space or delimiter; all are passed, the first 127 are told.</summary>
    public string Word()
    {
        var run = Run();
        return Encoding.Latin1.GetString(run[..Math.Min(run.Length, LongestWord)]);
    }

    /// <summary>A name behind its slash, with <c>#53</c> read as S.</summary>
    public string Name()
    {
        var text = Word();
        return text.Contains('#', StringComparison.Ordinal) ? Unescape(text) : text;
    }

    /// <summary>Passes the rest of <c>12 0 R</c> behind the first number; goes nowhere when it is something else.</summary>
    public bool TrySkipReference()
    {
        var behind = At;
        SkipSpace();
        if (Here is >= (byte)'0' and <= (byte)'9' && Run().Length <= 5)
        {
            SkipSpace();
            if (Here == 'R' && Run().Length == 1)
            {
                return true;
            }
        }

        At = behind;
        return false;
    }

    /// <summary>Passes <c>(a string)</c>, with its brackets in brackets.</summary>
    public void SkipLiteral()
    {
        var open = 0;
        do
        {
            SkipTo(bytes.Span[At..].IndexOfAny((byte)'\\', (byte)'(', (byte)')'));
            open += Here switch { (byte)'(' => 1, (byte)')' => -1, _ => 0 };
            Skip(Here == '\\' ? 2 : 1);
        }
        while (open > 0 && !IsAtEnd);
    }

    /// <summary>Passes <c>&lt;6869&gt;</c>.</summary>
    public void SkipHex()
    {
        SkipTo(bytes.Span[At..].IndexOf((byte)'>'));
        Skip(1);
    }

    private byte Peek(int ahead) => At + ahead < bytes.Length ? bytes.Span[At + ahead] : (byte)0;

    private void SkipTo(int ahead) => At = ahead < 0 ? bytes.Length : At + ahead;

    private ReadOnlySpan<byte> Run()
    {
        var rest = bytes.Span[At..];
        var end = rest.IndexOfAnyExcept(Regular);
        var run = end < 0 ? rest : rest[..end];
        At += run.Length;
        return run;
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
}
