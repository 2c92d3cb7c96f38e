using PublicAdmin.Forms.Official;
using PublicAdmin.Pdf;
using PublicAdmin.Pdf.Fonts;
using PublicAdmin.Pdf.Reading;
using PublicAdmin.Pdf.Writing;

namespace PublicAdmin.Signing.Pdf;

/// <summary>The form fields of a file as an update leaves them (ISO 32000-1 section 12.7).</summary>
internal sealed class FormFields
{
    private readonly PdfFile _file;
    private readonly PdfUpdate _update;
    private readonly List<PdfValue> _fields;
    private readonly int _before;

    public FormFields(PdfFile file, PdfUpdate update)
    {
        (_file, _update) = (file, update);
        _fields = [.. file.Items(file.Form?["Fields"])];
        _before = _fields.Count;
    }

    public PdfReference? FindEmptySignature(string name) =>
        Named(name, field => field["FT"]?.AsName == "Sig" && field["V"] is null && field["Kids"] is null);

    /// <summary>A name no field has yet.</summary>
    public string NewName(string wanted)
    {
        var taken = _fields.Select(field => NameOf(_file.Dictionary(field))).ToHashSet();
        return taken.Contains(wanted) ? Enumerable.Range(2, taken.Count + 1).Select(n => $"{wanted}{n}").First(name => !taken.Contains(name)) : wanted;
    }

    public void Add(int widget) => _fields.Add(new PdfReference(widget, 0));

    public void Sign(PdfReference field, int signature, SignatureLook? look)
    {
        var signed = _file.Dictionary(field)!.With("V", new PdfReference(signature, 0));
        if (look is not null)
        {
            var (width, height) = SizeOf(signed);
            signed = signed.With("AP", Appearance(LookWriter.Write(_update.Objects, look, width, height, 0)));
        }

        _update.Replace(field, signed);
    }

    /// <summary>Writes texts into the fields left open for them; a text without its field is a fault of whoever made the paper.</summary>
    public void Fill(IReadOnlyDictionary<string, string> texts)
    {
        foreach (var (name, text) in texts)
        {
            var field = Named(name, candidate => candidate["FT"]?.AsName == "Tx") ?? throw new BrokenPdfException($"The file has no field '{name}' to fill.");
            var filled = _file.Dictionary(field)!;
            var (width, height) = SizeOf(filled);
            var look = LookWriter.Write(_update.Objects, new FilledLook(text, name == FieldNames.Date ? Face.Italic : Face.Regular), width, height, 0);
            _update.Replace(field, filled.With("V", new PdfToken(PdfSyntax.TextString(text))).With("AP", Appearance(look)));
        }
    }

    /// <summary>Writes the list of fields and the flag that signatures exist and only appending is safe (table 219).</summary>
    public void Write()
    {
        var form = (_file.Form ?? PdfDictionary.Empty).With("SigFlags", new PdfToken("3"));
        if (form["Fields"] is PdfReference apart && _fields.Count > _before)
        {
            _update.Replace(apart, new PdfArray(_fields));
        }
        else if (form["Fields"] is not PdfReference)
        {
            form = form.With("Fields", new PdfArray(_fields));
        }

        if (_file.Catalog["AcroForm"] is PdfReference reference)
        {
            _update.Replace(reference, form);
        }
        else
        {
            _update.Replace(
                _file.Trailer["Root"] as PdfReference ?? throw new BrokenPdfException("The file has no catalog."), _file.Catalog.With("AcroForm", form));
        }
    }

    private PdfReference? Named(string name, Func<PdfDictionary, bool> fits) => _fields.OfType<PdfReference>()
        .FirstOrDefault(field => _file.Dictionary(field) is { } dictionary && NameOf(dictionary) == name && fits(dictionary));

    private static string? NameOf(PdfDictionary? field) => (field?["T"] as PdfToken)?.AsText();

    private (double Width, double Height) SizeOf(PdfDictionary widget)
    {
        var box = PageBox.Read(_file.Items(widget["Rect"]));
        return (box.Right - box.Left, box.Top - box.Bottom);
    }

    private static PdfDictionary Appearance(int look) => new(new Dictionary<string, PdfValue> { ["N"] = new PdfReference(look, 0) });
}
