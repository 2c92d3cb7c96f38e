using PublicAdmin.Pdf.Pages;

namespace PublicAdmin.Forms.Layout;

/// <summary>One field of a table: blocks below each other.</summary>
public sealed record Cell(params IReadOnlyList<Block> Blocks)
{
    /// <summary>How many columns it spans.</summary>
    public int Span { get; init; } = 1;
}

/// <summary>A table, or columns side by side when it has no lines. A row too tall for a page goes on on the next.</summary>
/// <param name="Columns">Shares of the width; only their proportion counts.</param>
/// <param name="Rows">Cells from left to right.</param>
public sealed record Grid(IReadOnlyList<double> Columns, params IReadOnlyList<IReadOnlyList<Cell>> Rows) : Block
{
    private const double Thickness = 0.5;

    /// <summary>Lines around the cells.</summary>
    public bool Lined { get; init; }

    /// <summary>How many rows at the top are the table's head, repeated on each page.</summary>
    public int HeadRows { get; init; }

    /// <summary>Room between the lines and the text, in points.</summary>
    public double Padding { get; init; }

    internal override IEnumerable<Strip> Lay(Place place)
    {
        // Columns side by side are no table to somebody who listens.
        var table = Lined ? place.Parent.Add("Table") : place.Parent;
        var rows = Rows.Select((row, n) => LayRow(row, table, n < HeadRows, place).ToList()).ToList();
        var head = rows.Take(HeadRows).SelectMany(strips => strips).Select(strip => strip with { KeepWithNext = true }).ToList();
        return [.. head, .. rows.Skip(HeadRows).SelectMany(strips => strips).Select(strip => strip with { Heading = head.Select(Echo).ToList() })];
    }

    // A head that is said again is decoration: it was read once already.
    private static Strip Echo(Strip head) => head with { Draw = (page, x, y) => page.Artifact(drawn => head.Draw(drawn, x, y)) };

    private IEnumerable<Strip> LayRow(IReadOnlyList<Cell> row, StructureElement table, bool isHead, Place place)
    {
        var element = Lined ? table.Add("TR") : table;
        var cells = new List<(double X, double Width, Queue<Strip> Strips)>();
        for (int n = 0, column = 0; n < row.Count; column += row[n++].Span)
        {
            var (x, width) = (WidthOf(0, column, place.Width), WidthOf(column, row[n].Span, place.Width));
            var parent = Lined ? element.Add(isHead ? "TH" : "TD") : element;
            var inside = place with { Parent = parent, Width = width - (2 * Padding) };
            cells.Add((x, width, new Queue<Strip>(row[n].Blocks.SelectMany(block => block.Lay(inside)))));
        }

        do
        {
            yield return Slice(cells, place.PageHeight / 2);
        }
        while (cells.Any(cell => cell.Strips.Count > 0));
    }

    // As much of every cell as fits into the height: usually all.
    private Strip Slice(List<(double X, double Width, Queue<Strip> Strips)> cells, double most)
    {
        var taken = cells.Select(cell => (cell.X, cell.Width, Strips: Take(cell.Strips, most - (2 * Padding)))).ToList();
        var height = taken.Max(cell => cell.Strips.Sum(strip => strip.Height)) + (2 * Padding);
        return new(height, (page, x, y) =>
        {
            foreach (var cell in taken)
            {
                DrawCell(page, x + cell.X, y, cell.Width, height, cell.Strips);
            }
        });
    }

    private static List<Strip> Take(Queue<Strip> strips, double most)
    {
        var taken = new List<Strip>();
        for (var height = 0.0; strips.TryPeek(out var strip) && (taken.Count == 0 || height + strip.Height <= most); height += strip.Height)
        {
            taken.Add(strips.Dequeue());
        }

        return taken;
    }

    private void DrawCell(PdfPage page, double x, double y, double width, double height, List<Strip> strips)
    {
        if (Lined)
        {
            page.Artifact(drawn => drawn.Frame(x, y, width, height, Thickness));
        }

        var top = y + Padding;
        foreach (var strip in strips)
        {
            strip.Draw(page, x + Padding, top);
            top += strip.Height;
        }
    }

    private double WidthOf(int from, int count, double width) => width * Columns.Skip(from).Take(count).Sum() / Columns.Sum();
}
