using System.Globalization;
using System.Text;

namespace PublicAdmin.Signing.Pdf;

/// <summary>Reads values from bytes (ISO 32000-1 section 7.2). The bytes come from strangers: what does not end, or nests without end, is bad data.</summary>
internal sealed class PdfLexer(ReadOnlyMemory<byte> bytes, int at)
{
    private const int MaxDepth = 100;
    private const int MaxToken = 32 * 1024 * 1024;

    private int _depth;

    /// <summary>Where reading goes on.</summary>
    public int At { get; private set; } = at >= 0 && at <= bytes.Length ? at : throw Broken("An offset points outside the file.");

    public PdfValue Read()
    {
        SkipSpace();
        if (++_depth > MaxDepth)
        {
            throw Broken("Values are nested too deeply.");
        }

        PdfValue value = (Peek(), Peek(1)) switch
        {
            ('<', '<') => ReadDictionary(),
            ('[', _) => ReadArray(),
            ('(', _) => new PdfToken(ReadLiteral()),
            ('<', _) => new PdfToken(ReadHexadecimal()),
            (-1, _) => throw Broken("The file ends too early."),
            _ => ReadWord(),
        };
        _depth--;
        return value;
    }

    public int ReadInt() => Read().AsInt ?? throw Broken("A number is missing.");

    /// <summary>Steps over a keyword; false when another one stands there.</summary>
    public bool Skip(string keyword)
    {
        SkipSpace();
        if (At + keyword.Length > bytes.Length || !bytes.Span.Slice(At, keyword.Length).SequenceEqual(Encoding.ASCII.GetBytes(keyword)))
        {
            return false;
        }

        At += keyword.Length;
        return true;
    }

    /// <summary>Steps over the end of the line behind the word "stream".</summary>
    public void SkipLineEnd()
    {
        At += Peek() == '\r' ? 1 : 0;
        At += Peek() == '\n' ? 1 : 0;
    }

    private void SkipSpace()
    {
        for (var comment = false; comment ? Peek() != -1 : IsSpace(Peek()) || Peek() == '%'; At++)
        {
            comment = Peek() is not ('\r' or '\n') && (comment || Peek() == '%');
        }
    }

    private PdfDictionary ReadDictionary()
    {
        var entries = new Dictionary<string, PdfValue>();
        for (At += 2; !Skip(">>");)
        {
            var name = Read().AsName ?? throw Broken("A dictionary holds something without a name.");
            entries[name] = Read();
        }

        return new PdfDictionary(entries);
    }

    private PdfArray ReadArray()
    {
        var items = new List<PdfValue>();
        for (At++; !Skip("]");)
        {
            items.Add(Read());
        }

        return new PdfArray(items);
    }

    private string ReadLiteral()
    {
        var (start, open) = (At, 0);
        do
        {
            switch (Peek())
            {
                case -1:
                    throw Broken("A string does not end.");
                case '\\':
                    At++;
                    break;
                case '(':
                    open++;
                    break;
                case ')':
                    open--;
                    break;
            }

            At++;
        }
        while (open > 0);
        return Since(start);
    }

    private string ReadHexadecimal()
    {
        var start = At;
        while (Peek() != '>')
        {
            At += Peek() == -1 ? throw Broken("A string does not end.") : 1;
        }

        At++;
        return Since(start);
    }

    private PdfValue ReadWord()
    {
        var start = At++;
        while (!IsSpace(Peek()) && !IsDelimiter(Peek()) && Peek() != -1)
        {
            At++;
        }

        var word = Since(start);
        return char.IsAsciiDigit(word[0]) && int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? (PdfValue?)ReadReference(number) ?? new PdfToken(word)
            : new PdfToken(word);
    }

    // "12 0 R" is one value; "12 0" are two.
    private PdfReference? ReadReference(int number)
    {
        var start = At;
        SkipSpace();
        var digits = At;
        while (Peek() is >= '0' and <= '9' && At - digits < 6)
        {
            At++;
        }

        if (At > digits && int.TryParse(Since(digits), NumberStyles.None, CultureInfo.InvariantCulture, out var generation)
            && Skip("R") && (IsSpace(Peek()) || IsDelimiter(Peek()) || Peek() == -1))
        {
            return new PdfReference(number, generation);
        }

        At = start;
        return null;
    }

    private int Peek(int ahead = 0) => At + ahead < bytes.Length ? bytes.Span[At + ahead] : -1;

    private string Since(int start) => At - start <= MaxToken && At <= bytes.Length
        ? Encoding.Latin1.GetString(bytes.Span[start..At])
        : throw Broken("A value is too long.");

    private static bool IsSpace(int value) => value is 0 or '\t' or '\n' or '\f' or '\r' or ' ';

    private static bool IsDelimiter(int value) => value is '(' or ')' or '<' or '>' or '[' or ']' or '{' or '}' or '/' or '%';

    private static InvalidDataException Broken(string why) => new(why);
}
