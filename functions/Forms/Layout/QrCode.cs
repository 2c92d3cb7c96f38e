using QRCoder;

namespace PublicAdmin.Forms.Layout;

/// <summary>A QR code (ISO/IEC 18004) drawn as squares, so that it stays sharp at any size. Error correction M: it survives a stamp or a fold.</summary>
/// <param name="Content">What a telephone reads.</param>
/// <param name="Size">Edge in points; 57 is 20 mm.</param>
/// <param name="Words">What it is for, for those who cannot see it.</param>
public sealed record QrCode(string Content, double Size, string Words) : Block
{
    /// <summary>In the middle of its column.</summary>
    public bool Centred { get; init; }

    internal override IEnumerable<Strip> Lay(Place place)
    {
        var element = place.Parent.Add("Figure", Words);
        var (squares, rows) = Squares();
        var indent = Centred ? Math.Max(0, (place.Width - Size) / 2) : 0;
        return [new(Size, (page, x, y) => page.Content(element, drawn => drawn.Fill(x + indent, y, Size / rows, squares)))];
    }

    // Dark squares side by side become one rectangle: a fifth of the operators and no hairlines between them.
    private (List<(int X, int Y, int Width)> Squares, int Rows) Squares()
    {
        using var generator = new QRCodeGenerator();
        using var code = generator.CreateQrCode(Content, QRCodeGenerator.ECCLevel.M);
        var rows = code.ModuleMatrix;
        var squares = new List<(int, int, int)>();
        for (var y = 0; y < rows.Count; y++)
        {
            for (var x = 0; x < rows.Count; x++)
            {
                var from = x;
                while (x < rows.Count && rows[y][x])
                {
                    x++;
                }

                if (x > from)
                {
                    squares.Add((from, y, x - from));
                }
            }
        }

        return (squares, rows.Count);
    }
}
