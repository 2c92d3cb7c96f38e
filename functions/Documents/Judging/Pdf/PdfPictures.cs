namespace PublicAdmin.Documents.Judging.Pdf;

/// <summary>A picture as it lies on a page.</summary>
/// <param name="Dpi">Dots per inch there, the lower of both directions.</param>
/// <param name="Area">Square points.</param>
internal sealed record PdfPicture(double Dpi, double Area);

/// <summary>Follows a page's content far enough to know where its pictures lie: q, Q, cm and Do (ISO 32000-1 section 8).</summary>
internal sealed class PdfPictures(PdfObjects objects)
{
    private const int ContentBytes = 512 * 1024;
    private const int Forms = 4;
    private const int Operands = 32;

    private readonly List<PdfPicture> _pictures = [];
    private readonly Stack<PdfMatrix> _saved = [];

    /// <summary>Resolution of a page that is a scan, that is, at least half picture; null for any other page.</summary>
    public static int? Dpi(PdfObjects objects, PdfPage page)
    {
        var reader = new PdfPictures(objects);
        foreach (var part in Parts(objects, page))
        {
            reader.Read(part, page.Resources, PdfMatrix.Identity, Forms);
        }

        var area = page.Width * page.Height;
        // Strips of one scan count together; stamps and logos do not count.
        var large = reader._pictures.Where(picture => picture.Area >= area / 20).ToList();
        return area > 0 && large.Sum(picture => picture.Area) >= area / 2 ? (int)Math.Round(large.Min(picture => picture.Dpi) / page.UserUnit) : null;
    }

    private static IEnumerable<PdfStream> Parts(PdfObjects objects, PdfPage page) => objects.Get(page.Dictionary, "Contents") switch
    {
        PdfStream only => [only],
        List<object?> parts => parts.Take(64).Select(objects.Resolve).OfType<PdfStream>(),
        _ => [],
    };

    private void Read(PdfStream content, PdfDictionary resources, PdfMatrix matrix, int forms)
    {
        if (PdfFilters.Unpack(objects, content, ContentBytes) is not { } bytes)
        {
            return;
        }

        var depth = _saved.Count;
        var operands = new List<object?>();
        var lexer = new PdfLexer(bytes, 0, objects.Budget);
        while (lexer.Next() is var token && token is not PdfWord { Text: "" })
        {
            if (token is not PdfWord word)
            {
                Keep(operands, token);
                continue;
            }

            matrix = Operate(word.Text, operands, resources, matrix, forms);
            operands.Clear();
        }

        while (_saved.Count > depth)
        {
            _saved.Pop();
        }
    }

    private static void Keep(List<object?> operands, object? token)
    {
        if (operands.Count < Operands)
        {
            operands.Add(token);
        }
    }

    private PdfMatrix Operate(string word, List<object?> operands, PdfDictionary resources, PdfMatrix matrix, int forms)
    {
        switch (word)
        {
            case "q" when _saved.Count < 256:
                _saved.Push(matrix);
                return matrix;
            case "Q" when _saved.Count > 0:
                return _saved.Pop();
            case "cm" when objects.Numbers(operands, 6) is { } numbers:
                return PdfMatrix.Of(numbers).Within(matrix);
            case "Do" when operands is [PdfName name]:
                Place(objects.Get(objects.DictionaryOf(resources.GetValueOrDefault("XObject")), name.Text), resources, matrix, forms);
                return matrix;
            default:
                return matrix;
        }
    }

    private void Place(object? drawn, PdfDictionary resources, PdfMatrix matrix, int forms)
    {
        if (drawn is not PdfStream stream)
        {
            return;
        }

        var dictionary = stream.Dictionary;
        switch (objects.Name(dictionary, "Subtype"))
        {
            case "Image" when objects.Number(dictionary, "Width") is { } width && objects.Number(dictionary, "Height") is { } height && matrix.Area > 0:
                _pictures.Add(new(72 * Math.Min(width / matrix.Width, height / matrix.Height), matrix.Area));
                break;
            case "Form" when forms > 0:
                var own = objects.Numbers(dictionary.GetValueOrDefault("Matrix"), 6) is { } numbers ? PdfMatrix.Of(numbers) : PdfMatrix.Identity;
                var inner = objects.Get(dictionary, "Resources") as PdfDictionary ?? resources;
                Read(stream, inner, own.Within(matrix), forms - 1);
                break;
        }
    }
}
