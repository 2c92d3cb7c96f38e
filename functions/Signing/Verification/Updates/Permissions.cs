using PublicAdmin.Pdf;
using PublicAdmin.Pdf.Reading;

namespace PublicAdmin.Signing.Verification.Updates;

/// <summary>What the signatures of a file let others do to it (DocMDP and FieldMDP, ISO 32000-1 sections 12.8.2.2 and 12.8.2.4).</summary>
internal sealed class Permissions
{
    private const int FillAndSign = 2;

    private readonly List<(string Action, HashSet<string> Fields)> _locks = [];

    public Permissions(PdfFile file)
    {
        var certified = file.Dictionary(file.Dictionary(file.Catalog["Perms"])?["DocMDP"]);
        foreach (var signature in SignatureField.All(file).Select(field => field.Signature).Append(certified).OfType<PdfDictionary>())
        {
            foreach (var reference in file.Items(signature["Reference"]).Select(file.Dictionary).OfType<PdfDictionary>())
            {
                Read(file, file.Resolve(reference["TransformMethod"]).AsName, file.Dictionary(reference["TransformParams"]) ?? PdfDictionary.Empty);
            }
        }
    }

    /// <summary>A signature certified the file as final: only what proves its signatures may follow.</summary>
    public bool IsFinal { get; private set; }

    /// <summary>A signature closed this field.</summary>
    public bool IsLocked(string field) => _locks.Exists(closed => closed.Action switch
    {
        "All" => true,
        "Include" => closed.Fields.Contains(field),
        "Exclude" => !closed.Fields.Contains(field),
        _ => true,
    });

    private void Read(PdfFile file, string? method, PdfDictionary parameters)
    {
        if (method == "DocMDP")
        {
            IsFinal |= (file.Resolve(parameters["P"]).AsInt ?? FillAndSign) < FillAndSign;
        }
        else if (method == "FieldMDP")
        {
            var fields = file.Items(parameters["Fields"]).Select(field => (file.Resolve(field) as PdfToken)?.AsText()).OfType<string>();
            _locks.Add((file.Resolve(parameters["Action"]).AsName ?? "", [.. fields]));
        }
    }
}
