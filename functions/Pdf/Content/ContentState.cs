using PublicAdmin.Pdf.Reading;

namespace PublicAdmin.Pdf.Content;

/// <summary>One stream of content being followed, and the state its words change (ISO 32000-1 sections 8.4 and 9.3).</summary>
internal sealed class ContentState(
    ObjectTable objects,
    PdfReading reading,
    Dictionary<PdfDictionary, FontCodes> fonts,
    PdfDictionary resources,
    PdfMatrix matrix,
    Action<PageMark> add,
    Action<(PdfValue Object, PdfDictionary Resources, PdfMatrix Matrix)> draw)
{
    private const int Operands = 2_000;
    private const int Saved = 256;

    private readonly Stack<(PdfMatrix, TextState)> _saved = [];
    private readonly List<PdfValue> _operands = [];
    private readonly ContentPath _path = new();
    private PdfMatrix _matrix = matrix;
    private TextState _text = new(objects, fonts);

    public void Run(ReadOnlyMemory<byte> content)
    {
        var lexer = new PdfLexer(content, 0, reading);
        while (lexer.Read() is var value && value != PdfToken.End)
        {
            if (value is not PdfToken { IsWord: true } word)
            {
                if (_operands.Count < Operands)
                {
                    _operands.Add(value);
                }

                continue;
            }

            if (word.Is("BI"u8))
            {
                add(new(MarkKind.Picture, _matrix.Around(0, 0, 1, 1), Matrix: _matrix));
                lexer = new PdfLexer(content, InlineImage.End(content.Span, lexer.At), reading);
            }
            else
            {
                Do(word.Text);
            }

            _operands.Clear();
        }
    }

    private void Do(string word)
    {
        switch (word)
        {
            case "q" when _saved.Count < Saved:
                _saved.Push((_matrix, _text.Copy()));
                break;
            case "Q" when _saved.Count > 0:
                (_matrix, _text) = _saved.Pop();
                break;
            case "cm" when objects.Coordinates(_operands, 6) is { } numbers:
                _matrix = PdfMatrix.Of(numbers).Within(_matrix);
                break;
            case "Do" when _operands is [PdfToken { Name: { } name }]:
                draw((objects.Resolve(objects.Dictionary(resources["XObject"])?[name]), resources, _matrix));
                break;
            case "Tf" when _operands is [PdfToken { Name: { } font }, var size]:
                _text.Use(objects.Dictionary(objects.Dictionary(resources["Font"])?[font]), size.AsNumber ?? 0);
                break;
            default:
                if (!_path.TryDo(word, _operands, _matrix, add))
                {
                    _text.Do(word, _operands, _matrix, add);
                }

                break;
        }
    }
}
