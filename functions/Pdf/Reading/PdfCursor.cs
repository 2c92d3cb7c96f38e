using System.Buffers;
using System.Buffers.Text;

namespace PublicAdmin.Pdf.Reading;

/// <summary>A position in bytes that only moves forward, by the smallest pieces of PDF (ISO 32000-1 section 7.2).</summary>
internal ref struct PdfCursor(ReadOnlySpan<byte> bytes, int at)
{
    private static readonly SearchValues<byte> Regular = SearchValues.Create(
        [.. Enumerable.Range(0, 256).Select(b => (byte)b).Where(b => !IsSpace(b) && !"()<>[]{}/%"u8.Contains(b))]);

    private readonly ReadOnlySpan<byte> _bytes = bytes;

    public int At { get; private set; } = Math.Clamp(at, 0, bytes.Length);

    /// <summary>A comment was passed on the way: readers of other makers may take it differently.</summary>
    public bool PassedComment { get; private set; }

    public readonly bool IsAtEnd => At >= _bytes.Length;

    /// <summary>The byte here, and the one behind it; 0 at the end.</summary>
    public readonly byte Here => Peek(0);

    public readonly byte Behind => Peek(1);

    public static bool IsSpace(byte b) => b is 0 or 9 or 10 or 12 or 13 or 32;

    public void Skip(int count) => At = Math.Min(At + count, _bytes.Length);

    public bool TrySkip(ReadOnlySpan<byte> keyword)
    {
        var found = _bytes[At..].StartsWith(keyword);
        At += found ? keyword.Length : 0;
        return found;
    }

    public void SkipSpace()
    {
        while (!IsAtEnd && (IsSpace(Here) || Here == '%'))
        {
            if (Here == '%')
            {
                PassedComment = true;
                SkipTo(_bytes[At..].IndexOfAny((byte)'\r', (byte)'\n'));
            }
            else
            {
                At++;
            }
        }
    }

    /// <summary>Passes regular characters up to the next space or delimiter.</summary>
    public ReadOnlySpan<byte> Word()
    {
        var rest = _bytes[At..];
        var end = rest.IndexOfAnyExcept(Regular);
        var word = end < 0 ? rest : rest[..end];
        At += word.Length;
        return word;
    }

    /// <summary>Passes <c>/Name</c>.</summary>
    public void SkipName()
    {
        Skip(1);
        Word();
    }

    /// <summary>Passes a string of either kind; false when it does not end.</summary>
    public bool TrySkipString() => Here == '(' ? TrySkipLiteral() : TrySkipHex();

    /// <summary>Passes a whole number; goes nowhere when something else stands here.</summary>
    public bool TrySkipInt(out int number)
    {
        var found = Utf8Parser.TryParse(_bytes[At..], out number, out var length);
        At += found ? length : 0;
        return found;
    }

    /// <summary>Passes the rest of <c>12 0 R</c> behind the first number; goes nowhere when it is something else.</summary>
    public bool TrySkipReference(out int generation)
    {
        var behind = At;
        SkipSpace();
        if (Here is >= (byte)'0' and <= (byte)'9' && TrySkipInt(out generation) && generation <= ushort.MaxValue)
        {
            SkipSpace();
            if (Here == 'R' && Word().Length == 1)
            {
                return true;
            }
        }

        (At, generation) = (behind, 0);
        return false;
    }

    /// <summary>Passes <c>(a string)</c>, with its brackets in brackets; false when it does not end.</summary>
    private bool TrySkipLiteral()
    {
        var open = 0;
        do
        {
            SkipTo(_bytes[At..].IndexOfAny((byte)'\\', (byte)'(', (byte)')'));
            open += Here switch { (byte)'(' => 1, (byte)')' => -1, _ => 0 };
            Skip(Here == '\\' ? 2 : 1);
        }
        while (open > 0 && !IsAtEnd);
        return open == 0;
    }

    /// <summary>Passes <c>&lt;6869&gt;</c>; false when it does not end.</summary>
    private bool TrySkipHex()
    {
        SkipTo(_bytes[At..].IndexOf((byte)'>'));
        var ends = !IsAtEnd;
        Skip(1);
        return ends;
    }

    private readonly byte Peek(int ahead) => At + ahead < _bytes.Length ? _bytes[At + ahead] : (byte)0;

    private void SkipTo(int ahead) => At = ahead < 0 ? _bytes.Length : At + ahead;
}
