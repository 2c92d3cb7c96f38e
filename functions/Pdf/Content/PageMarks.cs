using PublicAdmin.Pdf.Reading;

namespace PublicAdmin.Pdf.Content;

internal enum MarkKind { Text, Picture, Drawing }

/// <summary>Something that content puts on a page.</summary>
/// <param name="Text">What a text says; null when its font does not tell, and for pictures.</param>
/// <param name="Pixels">Of a picture: its width and height in pixels.</param>
/// <param name="Matrix">Of a picture: where its unit square lies.</param>
internal sealed record PageMark(MarkKind Kind, PdfArea Area, string? Text = null, (double Width, double Height) Pixels = default, PdfMatrix Matrix = default);

/// <summary>
/// Follows content (ISO 32000-1 section 8) far enough to know where its letters, pictures and drawings lie. It is no renderer: clipping, colours and
/// what lies over what are not looked at.
/// </summary>
internal sealed class PageMarks
{
    private const int ContentBytes = 4 * 1024 * 1024;
    private const int MostMarks = 100_000;
    private const int Forms = 6;

    private static readonly PdfLimits Lenient = new(
        Strict: false, Depth: 32, Objects: 1, Pages: 1, Values: 2_000_000, Work: 64 * 1024 * 1024, Unpacked: 0);

    private readonly ObjectTable _objects;
    private readonly PdfReading _reading;
    private readonly Dictionary<PdfDictionary, FontCodes> _fonts = [];
    private readonly List<PageMark> _marks = [];

    // Content is no file: what makes no sense in it is skipped, as every viewer does.
    private PageMarks(ObjectTable objects) => (_objects, _reading) = (objects, objects.Reading.Limits.Strict ? objects.Reading.With(Lenient) : objects.Reading);

    /// <exception cref="BrokenPdfException">The content cannot be followed.</exception>
    public static IReadOnlyList<PageMark> Of(ObjectTable objects, PageNode page)
    {
        var marks = new PageMarks(objects);
        var parts = objects.Resolve(page.Dictionary["Contents"]) switch
        {
            PdfStream only => [only],
            PdfArray array => array.Items.Select(objects.Resolve).OfType<PdfStream>(),
            _ => Enumerable.Empty<PdfStream>(),
        };
        // The parts are one text: what one opens another may close.
        var content = parts.SelectMany(part => (byte[])[.. objects.Unpack(part, ContentBytes).Span, (byte)'\n']).ToArray();
        marks.Follow(content, objects.Dictionary(page.Inherited("Resources")) ?? PdfDictionary.Empty, PdfMatrix.Identity, Forms);
        return marks._marks;
    }

    /// <summary>What a form XObject shows, such as the look of a field, in its own coordinates.</summary>
    public static IReadOnlyList<PageMark> Of(ObjectTable objects, PdfStream form, PdfDictionary resources)
    {
        var marks = new PageMarks(objects);
        marks.Form(form, resources, PdfMatrix.Identity, Forms);
        return marks._marks;
    }

    private void Follow(ReadOnlyMemory<byte> content, PdfDictionary resources, PdfMatrix matrix, int forms) =>
        new ContentState(_objects, _reading, _fonts, resources, matrix, Add, drawn => Draw(drawn.Object, drawn.Resources, drawn.Matrix, forms)).Run(content);

    private void Add(PageMark mark)
    {
        PdfReading.Keep(_marks.Count, MostMarks);
        _marks.Add(mark);
    }

    private void Draw(PdfValue drawn, PdfDictionary resources, PdfMatrix matrix, int forms)
    {
        if (drawn is not PdfStream stream)
        {
            return;
        }

        if (_objects.Resolve(stream.Dictionary["Subtype"]).AsName == "Form" && forms > 0)
        {
            Form(stream, resources, matrix, forms);
        }
        else if (_objects.Resolve(stream.Dictionary["Subtype"]).AsName == "Image")
        {
            var pixels = (_objects.Resolve(stream.Dictionary["Width"]).AsNumber ?? 0, _objects.Resolve(stream.Dictionary["Height"]).AsNumber ?? 0);
            Add(new(MarkKind.Picture, matrix.Around(0, 0, 1, 1), Pixels: pixels, Matrix: matrix));
        }
    }

    private void Form(PdfStream form, PdfDictionary resources, PdfMatrix matrix, int forms)
    {
        var own = _objects.Coordinates(_objects.Items(form.Dictionary["Matrix"]), 6) is { } numbers ? PdfMatrix.Of(numbers) : PdfMatrix.Identity;
        Follow(_objects.Unpack(form, ContentBytes), _objects.Dictionary(form.Dictionary["Resources"]) ?? resources, own.Within(matrix), forms - 1);
    }
}
