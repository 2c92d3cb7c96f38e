using PublicAdmin.Pdf.Pages;

namespace PublicAdmin.Forms.Layout;

public enum Alignment { Left, Center, Right, Justified }

/// <summary>Text that flows. Sizes and distances in points.</summary>
/// <param name="Runs">What it says.</param>
public sealed record Paragraph(params IReadOnlyList<Run> Runs) : Block
{
    /// <summary>Times at single spacing.</summary>
    private const double SingleSpacing = 1.15;

    public Alignment Align { get; init; } = Alignment.Left;

    public double Size { get; init; } = 13;

    public double FirstIndent { get; init; }

    public double Left { get; init; }

    public double Before { get; init; }

    public double After { get; init; }

    /// <summary>Multiple of single spacing; Decree 30/2020 allows 1 to 1.5.</summary>
    public double Spacing { get; init; } = 1;

    /// <summary>The title of the paper, for those who listen to it.</summary>
    public bool Heading { get; init; }

    internal override IEnumerable<Strip> Lay(Place place)
    {
        var element = place.Parent.Add(Heading ? "H1" : "P");
        var size = Size * place.Scale;
        var lines = Break(place.Width - Left, size);
        for (var n = 0; n < lines.Count; n++)
        {
            var line = lines[n];
            var (before, after) = (n == 0 ? Before * place.Scale : 0, n == lines.Count - 1 ? After * place.Scale : 0);
            var height = Math.Max(line.Size, lines.Count == 1 ? size : 0) * SingleSpacing * Spacing;
            var indent = Left + (n == 0 ? FirstIndent : 0);
            // Neither the first nor the last line of a paragraph stands alone on a page.
            var keep = lines.Count > 1 && (n == 0 || n == lines.Count - 2);
            yield return new(before + height + after, (page, x, y) => Draw(place, page, element, line, x + indent, y + before, height, indent), keep);
        }
    }

    // Centred lines are evened out: "ỦY BAN NHÂN DÂN / PHƯỜNG …" and not one word alone below the rest.
    private IReadOnlyList<TextLine> Break(double width, double size)
    {
        var lines = TextLines.Break(Runs, width, FirstIndent, size);
        for (var narrower = width; Align is Alignment.Center && lines.Count > 1 && (narrower -= size / 2) > width / 2;)
        {
            var evened = TextLines.Break(Runs, narrower, FirstIndent, size);
            if (evened.Count > lines.Count)
            {
                break;
            }

            lines = evened;
        }

        return lines;
    }

    private void Draw(Place place, PdfPage page, StructureElement element, TextLine line, double x, double y, double height, double indent)
    {
        var spare = place.Width - indent - line.Width;
        var spread = Align is Alignment.Justified && !line.Last && line.Spaces > 0 ? spare / line.Spaces : 0;
        var at = x + (Align switch { Alignment.Center => spare / 2, Alignment.Right => spare, _ => 0 });
        // The baseline leaves a fifth of the type below it, and what wider spacing adds stays above.
        var baseline = y + height - (line.Size * 0.25);
        page.Content(element, drawn =>
        {
            foreach (var stretch in line.Stretches.Where(stretch => stretch.Text.Length > 0))
            {
                drawn.Text(place.Document.Fonts.Of(stretch.Font), stretch.Size, at, baseline, stretch.Text, spread);
                at += stretch.Width + (spread * stretch.Text.Count(letter => letter == ' '));
            }
        });
    }
}
