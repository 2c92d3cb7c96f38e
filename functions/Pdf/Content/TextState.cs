using PublicAdmin.Pdf.Reading;

namespace PublicAdmin.Pdf.Content;

/// <summary>Where the next letter goes, and in which font (ISO 32000-1 sections 9.3 and 9.4).</summary>
internal sealed class TextState(ObjectTable objects, Dictionary<PdfDictionary, FontCodes> fonts)
{
    private const double Descent = 0.2; // Parts of the font's size, of every usual face.
    private const double Ascent = 0.75;
    private const int Invisible = 3;

    private FontCodes _font = FontCodes.Unknown;
    private double _size, _leading, _rise, _letterSpace, _wordSpace;
    private double _scale = 1;
    private double _mode;
    private PdfMatrix _line = PdfMatrix.Identity;
    private PdfMatrix _at = PdfMatrix.Identity;

    public TextState Copy() => (TextState)MemberwiseClone();

    public void Use(PdfDictionary? font, double size) => (_font, _size) = (font is null ? FontCodes.Unknown : Known(font), size);

    private FontCodes Known(PdfDictionary font) => fonts.TryGetValue(font, out var known) ? known : fonts[font] = FontCodes.Of(objects, font);

    public void Do(string word, IReadOnlyList<PdfValue> operands, PdfMatrix page, Action<PageMark> add)
    {
        double Number(int n) => n < operands.Count ? objects.Resolve(operands[n]).AsNumber ?? 0 : 0;
        switch (word)
        {
            case "BT":
                _at = _line = PdfMatrix.Identity;
                break;
            case "Tm" when objects.Coordinates(operands, 6) is { } numbers:
                _at = _line = PdfMatrix.Of(numbers);
                break;
            case "Td" or "TD":
                _leading = word == "TD" ? -Number(1) : _leading;
                Move(Number(0), Number(1));
                break;
            case "T*":
                Move(0, -_leading);
                break;
            case "TL" or "Ts" or "Tc" or "Tw" or "Tz" or "Tr":
                Set(word, Number(0));
                break;
            case "Tj" or "TJ" or "'" or "\"":
                Show(word, operands, page, add);
                break;
        }
    }

    private void Set(string word, double number)
    {
        switch (word)
        {
            case "TL":
                _leading = number;
                break;
            case "Ts":
                _rise = number;
                break;
            case "Tc":
                _letterSpace = number;
                break;
            case "Tw":
                _wordSpace = number;
                break;
            case "Tz":
                _scale = number / 100;
                break;
            default:
                _mode = number;
                break;
        }
    }

    private void Move(double x, double y) => _at = _line = PdfMatrix.Move(x, y).Within(_line);

    private void Show(string word, IReadOnlyList<PdfValue> operands, PdfMatrix page, Action<PageMark> add)
    {
        if (word is "'" or "\"")
        {
            Move(0, -_leading);
        }

        var pieces = operands is [.., PdfArray array] ? array.Items : operands.TakeLast(1);
        foreach (var piece in pieces.Select(objects.Resolve).OfType<PdfToken>())
        {
            if (piece.AsNumber is { } kern)
            {
                _at = PdfMatrix.Move(-kern / 1000 * _size * _scale, 0).Within(_at);
            }
            else if (piece.AsBytes() is { Length: > 0 } codes)
            {
                Show(codes, page, add);
            }
        }
    }

    private void Show(byte[] codes, PdfMatrix page, Action<PageMark> add)
    {
        var (text, width, letters) = _font.Read(codes);
        var length = ((width * _size) + (letters * _letterSpace) + (codes.Count(code => code == ' ') * _wordSpace)) * _scale;
        if (_mode != Invisible)
        {
            add(new(MarkKind.Text, _at.Within(page).Around(0, _rise - (Descent * _size), length, _rise + (Ascent * _size)), text));
        }

        _at = PdfMatrix.Move(length, 0).Within(_at);
    }
}
