namespace PublicAdmin.Pdf.Content;

/// <summary>Lines and curves (ISO 32000-1 section 8.5). Frames, rules and plain areas are no drawing: every form has them.</summary>
internal sealed class ContentPath
{
    private const int FewLines = 4;

    private readonly List<(double X, double Y)> _points = [];
    private int _lines;
    private bool _curved;

    /// <returns>Whether it was a word about paths.</returns>
    public bool TryDo(string word, IReadOnlyList<PdfValue> operands, PdfMatrix matrix, Action<PageMark> add)
    {
        switch (word)
        {
            case "m" or "l" or "c" or "v" or "y" or "re":
                Take(word, operands, matrix);
                return true;
            case "f" or "F" or "f*" or "B" or "B*" or "b" or "b*" or "S" or "s":
                Paint(add);
                return true;
            case "n":
                Forget();
                return true;
            default:
                return word is "h" or "W" or "W*" or "w" or "d" or "i" or "j" or "J" or "M";
        }
    }

    private void Take(string word, IReadOnlyList<PdfValue> operands, PdfMatrix matrix)
    {
        _lines += word == "l" ? 1 : 0;
        _curved |= word is "c" or "v" or "y";
        for (var n = 0; word != "re" && n + 1 < operands.Count; n += 2)
        {
            _points.Add(matrix.Point(operands[n].AsNumber ?? 0, operands[n + 1].AsNumber ?? 0));
        }
    }

    private void Paint(Action<PageMark> add)
    {
        if (_points.Count > 0 && (_curved || _lines > FewLines))
        {
            add(new(MarkKind.Drawing, new(_points.Min(p => p.X), _points.Min(p => p.Y), _points.Max(p => p.X), _points.Max(p => p.Y))));
        }

        Forget();
    }

    private void Forget()
    {
        _points.Clear();
        (_lines, _curved) = (0, false);
    }
}
