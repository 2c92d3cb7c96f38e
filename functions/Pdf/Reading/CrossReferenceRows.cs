namespace PublicAdmin.Pdf.Reading;

/// <summary>What a cross-reference section says of one object.</summary>
/// <param name="Place">Null for one that is free.</param>
/// <param name="Generation">0 within an object stream.</param>
internal readonly record struct CrossReferenceEntry(int Number, ObjectPlace? Place, int Generation);

/// <summary>The rows of a cross-reference stream (ISO 32000-1 section 7.5.8).</summary>
internal sealed class CrossReferenceRows
{
    private readonly ReadOnlyMemory<byte> _rows;
    private readonly List<int> _widths;
    private readonly List<int> _runs;

    /// <exception cref="BrokenPdfException">The stream does not say how its rows are to be read.</exception>
    public CrossReferenceRows(ObjectTable objects, PdfStream stream)
    {
        _rows = objects.Unpack(stream);
        _widths = Ints(stream.Dictionary["W"]);
        _runs = stream.Dictionary["Index"] is { } index ? Ints(index) : [0, stream.Dictionary["Size"]?.AsInt ?? 0];
        if (_widths.Count != 3 || _widths.Any(width => width is < 0 or > 8) || _widths.Sum() == 0)
        {
            throw new BrokenPdfException("A cross-reference stream is damaged.");
        }
    }

    /// <summary>The rows are exactly as many as the stream says.</summary>
    public bool IsWhole => _runs.Count % 2 == 0 && _runs.Where((_, n) => n % 2 == 1).Sum(count => (long)count) * _widths.Sum() == _rows.Length;

    public IEnumerable<CrossReferenceEntry> Entries()
    {
        var (row, width) = (0, _widths.Sum());
        for (var n = 0; n + 1 < _runs.Count; n += 2)
        {
            for (var k = 0; k < _runs[n + 1] && (row + 1L) * width <= _rows.Length; k++)
            {
                yield return Entry(_runs[n] + k, _rows.Span.Slice(row++ * width, width));
            }
        }
    }

    private CrossReferenceEntry Entry(int number, ReadOnlySpan<byte> row)
    {
        var kind = _widths[0] == 0 ? 1 : Number(row[.._widths[0]]);
        var (second, third) = (Number(row.Slice(_widths[0], _widths[1])), Number(row[(_widths[0] + _widths[1])..]));
        return kind switch
        {
            1 => new(number, new ObjectPlace(null, second), third),
            2 => new(number, new ObjectPlace(second, third), 0),
            _ => new(number, null, third), // Kinds to come are null objects (table 18).
        };
    }

    private static int Number(ReadOnlySpan<byte> digits)
    {
        var number = 0L;
        foreach (var digit in digits)
        {
            number = (number << 8) | digit;
        }

        return number is >= 0 and <= int.MaxValue ? (int)number : throw new BrokenPdfException("An offset points outside the file.");
    }

    private static List<int> Ints(PdfValue? value) =>
        [.. (value as PdfArray)?.Items.Select(item => item.AsInt ?? throw new BrokenPdfException("A cross-reference section is damaged.")) ?? []];
}
