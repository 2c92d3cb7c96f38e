using System.Globalization;
using System.Text;
using PublicAdmin.Pdf.Content;
using PublicAdmin.Pdf.Reading;

namespace PublicAdmin.Pdf.Drawing;

/// <summary>Sets letters (ISO 32000-1 sections 9.3 and 9.4), as far as the office's own papers use them.</summary>
internal sealed class TextPen(ObjectTable objects, StringBuilder drawn)
{
    private PictureFont? _font;
    private double _size, _rise;
    private PdfMatrix _line = PdfMatrix.Identity;
    private PdfMatrix _at = PdfMatrix.Identity;

    public void Use(PictureFont font, double size) => (_font, _size) = (font, size);

    /// <summary>After a saved state came back it is not known which face it had: whoever sets letters then says so.</summary>
    public void Forget() => _font = null;

    public void Do(string word, IReadOnlyList<PdfValue> operands, PdfMatrix page, string color)
    {
        switch (word)
        {
            case "BT":
                _at = _line = PdfMatrix.Identity;
                break;
            case "ET":
                break;
            case "Td" when objects.Coordinates(operands, 2) is { } move:
                _at = _line = PdfMatrix.Move(move[0], move[1]).Within(_line);
                break;
            case "Tm" when objects.Coordinates(operands, 6) is { } numbers:
                _at = _line = PdfMatrix.Of(numbers);
                break;
            case "Ts" when objects.Coordinates(operands, 1) is { } rise:
                _rise = rise[0];
                break;
            case "Tj" or "TJ" when _font is not null:
                Show(_font, operands is [PdfArray array] ? array.Items : operands, page, color);
                break;
            default:
                throw new UndrawnException(word);
        }
    }

    /// <summary>The attribute that places something; nothing where it stands as it is.</summary>
    public static string Placed(PdfMatrix m) => m == PdfMatrix.Identity ? "" : string.Create(
        CultureInfo.InvariantCulture, $" transform=\"matrix({m.A:0.#####} {m.B:0.#####} {m.C:0.#####} {m.D:0.#####} {m.E:0.###} {m.F:0.###})\"");

    private void Show(PictureFont font, IReadOnlyList<PdfValue> pieces, PdfMatrix page, string color)
    {
        var (line, x) = (new StringBuilder(), 0.0);
        foreach (var piece in pieces.Select(objects.Resolve).OfType<PdfToken>())
        {
            x = piece.AsNumber is { } kern ? x - (kern / 1000 * font.Units) : font.Show(piece.AsBytes() ?? throw new UndrawnException("TJ"), x, line);
        }

        var unit = _size / font.Units;
        if (line.Length > 0)
        {
            var placed = new PdfMatrix(unit, 0, 0, unit, 0, _rise).Within(_at).Within(page);
            drawn.Append(CultureInfo.InvariantCulture, $"<g fill=\"{color}\"{Placed(placed)}>{line}</g>");
        }

        _at = PdfMatrix.Move(x * unit, 0).Within(_at);
    }
}
