using PublicAdmin.Pdf;
using PublicAdmin.Pdf.Reading;

namespace PublicAdmin.Scans.Judging;

/// <summary>A picture as it lies on a page.</summary>
/// <param name="Dpi">Dots per inch there, the lower of both directions.</param>
/// <param name="Area">Square points.</param>
internal sealed record PdfPicture(double Dpi, double Area);

/// <summary>Follows a page's content far enough to know where its pictures lie: q, Q, cm and Do (ISO 32000-1 section 8).</summary>
internal sealed class PdfPictures(ObjectTable objects)
{
    private const int ContentBytes = 512 * 1024;
    private const int Forms = 4;
    private const int Operands = 32;
    private const double A4 = 595 * 842;

    private readonly List<PdfPicture> _pictures = [];
    private readonly Stack<PdfMatrix> _saved = [];

    /// <summary>Resolution of a page that is a scan, that is, at least half picture; null for any other page.</summary>
    public static int? Dpi(ObjectTable objects, PageNode page)
    {
        var reader = new PdfPictures(objects);
        var resources = objects.Dictionary(page.Inherited("Resources")) ?? PdfDictionary.Empty;
        foreach (var part in Parts(objects, page))
        {
            reader.Read(part, resources, PdfMatrix.Identity, Forms);
        }

        var area = objects.Coordinates(objects.Items(page.Inherited("MediaBox")), 4) is { } box ? Math.Abs(box[2] - box[0]) * Math.Abs(box[3] - box[1]) : A4;
        var unit = objects.Resolve(page.Dictionary["UserUnit"]).AsNumber ?? 1;
        // Strips of one scan count together; stamps and logos do not count.
        var large = reader._pictures.Where(picture => picture.Area >= area / 20).ToList();
        return area > 0 && large.Sum(picture => picture.Area) >= area / 2 ? (int)Math.Round(large.Min(picture => picture.Dpi) / unit) : null;
    }

    private static IEnumerable<PdfStream> Parts(ObjectTable objects, PageNode page) => objects.Resolve(page.Dictionary["Contents"]) switch
    {
        PdfStream only => [only],
        PdfArray parts => parts.Items.Take(64).Select(objects.Resolve).OfType<PdfStream>(),
        _ => [],
    };

    private void Read(PdfStream content, PdfDictionary resources, PdfMatrix matrix, int forms)
    {
        var depth = _saved.Count;
        var operands = new List<PdfValue>();
        var lexer = new PdfLexer(objects.Unpack(content, ContentBytes), 0, objects.Reading);
        while (lexer.Read() is var value && value != PdfToken.End)
        {
            if (value is PdfToken { IsWord: true } word)
            {
                matrix = Operate(word, operands, resources, matrix, forms);
                operands.Clear();
            }
            else if (operands.Count < Operands)
            {
                operands.Add(value);
            }
        }

        while (_saved.Count > depth)
        {
            _saved.Pop();
        }
    }

    // Most words of a page draw letters and lines.
    private PdfMatrix Operate(PdfToken word, List<PdfValue> operands, PdfDictionary resources, PdfMatrix matrix, int forms)
    {
        if (word.Is("q"u8) && _saved.Count < 256)
        {
            _saved.Push(matrix);
        }
        else if (word.Is("Q"u8) && _saved.Count > 0)
        {
            return _saved.Pop();
        }
        else if (word.Is("cm"u8) && objects.Coordinates(operands, 6) is { } numbers)
        {
            return PdfMatrix.Of(numbers).Within(matrix);
        }
        else if (word.Is("Do"u8) && operands is [PdfToken { Name: { } name }])
        {
            Place(objects.Resolve(objects.Dictionary(resources["XObject"])?[name]), resources, matrix, forms);
        }

        return matrix;
    }

    private void Place(PdfValue drawn, PdfDictionary resources, PdfMatrix matrix, int forms)
    {
        if (drawn is not PdfStream stream)
        {
            return;
        }

        var dictionary = stream.Dictionary;
        switch (objects.Resolve(dictionary["Subtype"]).AsName)
        {
            case "Image" when objects.Resolve(dictionary["Width"]).AsNumber is { } width && objects.Resolve(dictionary["Height"]).AsNumber is { } height && matrix.Area > 0:
                _pictures.Add(new(72 * Math.Min(width / matrix.Width, height / matrix.Height), matrix.Area));
                break;
            case "Form" when forms > 0:
                var own = objects.Coordinates(objects.Items(dictionary["Matrix"]), 6) is { } numbers ? PdfMatrix.Of(numbers) : PdfMatrix.Identity;
                var inner = objects.Dictionary(dictionary["Resources"]) ?? resources;
                Read(stream, inner, own.Within(matrix), forms - 1);
                break;
        }
    }
}
