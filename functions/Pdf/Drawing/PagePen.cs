using System.Globalization;
using System.Text;
using PublicAdmin.Pdf.Content;
using PublicAdmin.Pdf.Reading;
using PublicAdmin.Pdf.Writing;

namespace PublicAdmin.Pdf.Drawing;

/// <summary>Follows the operators of a page (ISO 32000-1 Annex A) and draws what they say; one it does not know stops it.</summary>
internal sealed class PagePen(ObjectTable objects, PdfDictionary resources, Func<PdfDictionary, PictureFont> fontOf, StringBuilder drawn)
{
    private const int Operands = 2_000;
    private const int Saved = 64;

    // Content ends where it ends, unlike a file; what makes no sense in it is no operator that is known, and stops the drawing.
    private static readonly PdfLimits Lenient = new(
        Strict: false, Depth: 32, Objects: 1, Pages: 1, Values: 2_000_000, Work: 64 * 1024 * 1024, Unpacked: 0);

    private const string Black = "#000000";

    private readonly Stack<(PdfMatrix Matrix, string Fill, string Stroke, double Width)> _saved = [];
    private readonly StringBuilder _path = new();
    private readonly TextPen _text = new(objects, drawn);
    private PdfMatrix _matrix = PdfMatrix.Identity;
    private (string Fill, string Stroke) _color = (Black, Black);
    private double _width = 1;

    public void Run(ReadOnlyMemory<byte> content)
    {
        var lexer = new PdfLexer(content, 0, objects.Reading.With(Lenient));
        List<PdfValue> operands = [];
        while (lexer.Read() is var value && value != PdfToken.End)
        {
            if (value is not PdfToken { IsWord: true } word)
            {
                operands.Add(value);
                PdfReading.Keep(operands.Count, Operands);
                continue;
            }

            Do(word.Text, operands);
            operands.Clear();
        }
    }

    private void Do(string word, List<PdfValue> operands)
    {
        switch (word)
        {
            case "BDC" or "BMC" or "EMC" or "MP" or "DP":
                break; // What something is, not how it looks.
            case "q" or "Q" or "cm":
                Place(word, operands);
                break;
            case "w" or "g" or "rg" or "G" or "RG":
                Choose(word, operands);
                break;
            case "m" or "l" or "c" or "re" or "h":
                Draw(word, operands);
                break;
            case "f" or "f*" or "S" or "s":
                Paint(word);
                break;
            case "Do" when operands is [PdfToken { Name: { } name }]:
                Show(objects.Resolve(objects.Dictionary(resources["XObject"])?[name]));
                break;
            case "Tf" when operands is [PdfToken { Name: { } font }, var size]:
                _text.Use(fontOf(objects.Dictionary(objects.Dictionary(resources["Font"])?[font]) ?? PdfDictionary.Empty), size.AsNumber ?? 0);
                break;
            default:
                _text.Do(word, operands, _matrix, _color.Fill);
                break;
        }
    }

    private void Place(string word, List<PdfValue> operands)
    {
        switch (word)
        {
            case "q":
                _saved.Push((_matrix, _color.Fill, _color.Stroke, _width));
                PdfReading.Keep(_saved.Count, Saved);
                break;
            case "Q" when _saved.TryPop(out var before):
                (_matrix, _color.Fill, _color.Stroke, _width) = before;
                _text.Forget();
                break;
            case "cm" when objects.Coordinates(operands, 6) is { } numbers:
                _matrix = PdfMatrix.Of(numbers).Within(_matrix);
                break;
            default:
                throw new UndrawnException(word);
        }
    }

    private void Choose(string word, List<PdfValue> operands)
    {
        var numbers = objects.Coordinates(operands, operands.Count) is { Length: 1 or 3 } read ? read : throw new UndrawnException(word);
        var color = "#" + string.Concat(
            Enumerable.Range(0, 3).Select(n => (int)Math.Round(Math.Clamp(numbers[n % numbers.Length], 0, 1) * 255))
                .Select(part => part.ToString("x2", CultureInfo.InvariantCulture)));
        _width = word == "w" ? numbers[0] : _width;
        _color = word switch { "g" or "rg" => (color, _color.Stroke), "G" or "RG" => (_color.Fill, color), _ => _color };
    }

    private void Draw(string word, List<PdfValue> operands)
    {
        var count = word switch { "h" => 0, "c" => 6, "re" => 4, _ => 2 };
        var n = objects.Coordinates(operands, count) ?? throw new UndrawnException(word);
        _path.Append(word switch
        {
            "h" => "Z",
            "re" => $"M{PdfSyntax.Numbers(n[0], n[1])}h{PdfSyntax.Number(n[2])}v{PdfSyntax.Number(n[3])}h{PdfSyntax.Number(-n[2])}Z",
            _ => $"{word.ToUpperInvariant()}{PdfSyntax.Numbers(n)}",
        });
    }

    private void Paint(string word)
    {
        var close = word == "s" ? "Z" : "";
        var how = word switch
        {
            "f" => $"fill=\"{_color.Fill}\"",
            "f*" => $"fill=\"{_color.Fill}\" fill-rule=\"evenodd\"",
            _ => $"fill=\"none\" stroke=\"{_color.Stroke}\" stroke-width=\"{PdfSyntax.Number(_width)}\"",
        };
        drawn.Append(CultureInfo.InvariantCulture, $"<path {how}{TextPen.Placed(_matrix)} d=\"{_path}{close}\"/>");
        _path.Clear();
    }

    // A scan the office bound: its bytes are a JPEG picture already.
    private void Show(PdfValue picture)
    {
        if (picture is not PdfStream stream || objects.Resolve(stream.Dictionary["Filter"]).AsName != "DCTDecode" || stream.Dictionary["SMask"] is not null
            || objects.Resolve(stream.Dictionary["ColorSpace"]).AsName is not ("DeviceRGB" or "DeviceGray"))
        {
            throw new UndrawnException("a picture of another kind");
        }

        var upright = new PdfMatrix(1, 0, 0, -1, 0, 1).Within(_matrix);
        drawn.Append("<image width=\"1\" height=\"1\" preserveAspectRatio=\"none\"").Append(TextPen.Placed(upright))
            .Append(" href=\"data:image/jpeg;base64,").Append(Convert.ToBase64String(stream.Data.Span)).Append("\"/>");
    }
}
