using System.Globalization;

namespace PublicAdmin.Documents.Judging.Pdf;

/// <summary>
/// Reads PDF values (ISO 32000-1 section 7.3) from any position. What makes no sense is skipped: each call moves forward
/// or ends, so no bytes can hold it up.
/// </summary>
internal sealed class PdfLexer(ReadOnlyMemory<byte> bytes, int at, PdfBudget budget)
{
    private readonly PdfCursor _cursor = new(bytes, at);

    public int At => _cursor.At;

    /// <summary>The next value or word; <see cref="PdfWord.End"/> at the end.</summary>
    public object? Next()
    {
        var from = At;
        var value = Next(0);
        budget.TakeWork(At - from);
        return value;
    }

    private object? Next(int depth)
    {
        budget.TakeValue();
        _cursor.SkipSpace();
        if (_cursor.IsAtEnd)
        {
            return PdfWord.End;
        }

        if (depth > ReadingLimits.PdfDepth)
        {
            throw new PdfTooComplexException();
        }

        return Read(depth);
    }

    // What a string says is never asked for.
    private object? Read(int depth)
    {
        switch (_cursor.Here)
        {
            case (byte)'/':
                _cursor.Skip(1);
                return new PdfName(_cursor.Name());
            case (byte)'(':
                _cursor.SkipLiteral();
                return "";
            case (byte)'<' when _cursor.Behind == '<':
                _cursor.Skip(2);
                return Dictionary(depth);
            case (byte)'<':
                _cursor.SkipHex();
                return "";
            case (byte)'[':
                _cursor.Skip(1);
                return Array(depth);
            case (byte)'>':
                _cursor.Skip(_cursor.Behind == '>' ? 2 : 1);
                return new PdfWord(">>");
            case (byte)']' or (byte)')' or (byte)'{' or (byte)'}':
                var delimiter = ((char)_cursor.Here).ToString();
                _cursor.Skip(1);
                return new PdfWord(delimiter);
            default:
                return Word();
        }
    }

    private object? Word() => _cursor.Word() switch
    {
        "true" => true,
        "false" => false,
        "null" => null,
        var text => double.TryParse(text, NumberStyles.Float & ~NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var number)
            ? ReferenceOr(number)
            : new PdfWord(text),
    };

    private object ReferenceOr(double number) =>
        number is >= 0 and <= int.MaxValue && number == Math.Floor(number) && _cursor.TrySkipReference() ? new PdfReference((int)number) : number;

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
