using PublicAdmin.Pdf;
using PublicAdmin.Pdf.Reading;

namespace PublicAdmin.Signing.Verification.Updates;

/// <summary>A field of a form, or a widget that shows it (ISO 32000-1 section 12.7.3.1).</summary>
/// <param name="Name">With those of its parents.</param>
/// <param name="Kind">Sig, Tx, Ch or Btn, its own or a parent's.</param>
/// <param name="Value">Its own or a parent's.</param>
/// <param name="Flags">Its own or a parent's.</param>
internal sealed record PdfField(string Name, string? Kind, PdfValue? Value, int Flags, PdfDictionary Dictionary);

/// <summary>The fields of a file and their widgets, by the number of their object.</summary>
internal sealed class FieldIndex
{
    private const int MaxDepth = 10;

    private readonly Dictionary<int, PdfField> _fields = [];
    private readonly PdfFile _file;

    public FieldIndex(PdfFile file)
    {
        _file = file;
        foreach (var field in file.Items(file.Form?["Fields"]))
        {
            Collect(field, new("", null, null, 0, PdfDictionary.Empty), 0);
        }
    }

    public PdfField? Find(int number) => _fields.GetValueOrDefault(number);

    private void Collect(PdfValue value, PdfField above, int depth)
    {
        if (_file.Dictionary(value) is not { } dictionary || depth > MaxDepth)
        {
            return;
        }

        var field = new PdfField(
            _file.Under(above.Name, dictionary),
            _file.Resolve(dictionary["FT"]).AsName ?? above.Kind,
            dictionary["V"] ?? above.Value,
            _file.Resolve(dictionary["Ff"]).AsInt ?? above.Flags,
            dictionary);
        if (value is PdfReference reference)
        {
            _fields.TryAdd(reference.Number, field);
        }

        foreach (var kid in _file.Items(dictionary["Kids"]))
        {
            Collect(kid, field, depth + 1);
        }
    }
}
