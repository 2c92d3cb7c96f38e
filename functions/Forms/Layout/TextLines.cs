using PublicAdmin.Pdf.Fonts;

namespace PublicAdmin.Forms.Layout;

/// <summary>A stretch of a line in one face and size.</summary>
internal sealed record Stretch(TrueTypeFont Font, double Size, string Text)
{
    public double Width => Font.Measure(Text, Size);
}

/// <summary>One line of a paragraph.</summary>
/// <param name="Last">The last line of a paragraph is never spread to the margin.</param>
internal sealed record TextLine(IReadOnlyList<Stretch> Stretches, bool Last)
{
    public double Width => Stretches.Sum(stretch => stretch.Width);

    public double Size => Stretches.Count == 0 ? 0 : Stretches.Max(stretch => stretch.Size);

    public int Spaces => Stretches.Sum(stretch => stretch.Text.Count(letter => letter == ' '));
}

/// <summary>Breaks runs of text into lines no wider than the column, at spaces, and inside a word only when it alone is too wide.</summary>
internal sealed class TextLines(double width, double firstIndent, double size)
{
    private readonly List<TextLine> _lines = [];
    private List<Stretch> _line = [];
    private double _used = firstIndent;

    public static IReadOnlyList<TextLine> Break(IReadOnlyList<Run> runs, double width, double firstIndent, double size)
    {
        var lines = new TextLines(width, firstIndent, size);
        foreach (var run in runs)
        {
            foreach (var word in run.Words())
            {
                lines.Place(word, run);
            }
        }

        lines.End(last: true);
        return lines._lines;
    }

    private void Place(string word, Run run)
    {
        var stretch = new Stretch(OfficeFonts.Of(run.Face), run.Size ?? size, word);
        if (_used + (stretch with { Text = word.TrimEnd(' ') }).Width > width && _line.Count > 0)
        {
            End(last: false);
        }

        foreach (var piece in Pieces(stretch))
        {
            if (_used + (piece with { Text = piece.Text.TrimEnd(' ') }).Width > width && _line.Count > 0)
            {
                End(last: false);
            }

            Append(piece);
        }
    }

    private void Append(Stretch piece)
    {
        _used += piece.Width;
        if (_line.Count > 0 && _line[^1].Font == piece.Font && _line[^1].Size.Equals(piece.Size))
        {
            piece = piece with { Text = _line[^1].Text + piece.Text };
            _line.RemoveAt(_line.Count - 1);
        }

        _line.Add(piece);
    }

    // A web address or a long code: cut where the column ends.
    private IEnumerable<Stretch> Pieces(Stretch stretch)
    {
        var rest = stretch.Text;
        while ((stretch with { Text = rest.TrimEnd(' ') }).Width > width && rest.Length > 1)
        {
            var fits = Math.Max(1, Enumerable.Range(1, rest.Length - 1).TakeWhile(n => (stretch with { Text = rest[..n] }).Width <= width).LastOrDefault());
            fits += char.IsHighSurrogate(rest[fits - 1]) ? 1 : 0;
            yield return stretch with { Text = rest[..fits] };
            rest = rest[fits..];
        }

        if (rest.Length > 0)
        {
            yield return stretch with { Text = rest };
        }
    }

    private void End(bool last)
    {
        if (_line.Count > 0)
        {
            _line[^1] = _line[^1] with { Text = _line[^1].Text.TrimEnd(' ') };
        }

        _lines.Add(new TextLine(_line, last));
        (_line, _used) = ([], 0);
    }
}
