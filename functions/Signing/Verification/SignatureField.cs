using PublicAdmin.Pdf;
using PublicAdmin.Pdf.Reading;

namespace PublicAdmin.Signing.Verification;

/// <summary>A signature as the form names it. Found through the form and never by searching the text, which an attacker writes.</summary>
/// <param name="Reference">Where the signature's dictionary lies.</param>
internal sealed record SignatureField(string Name, PdfReference? Reference, PdfDictionary? Signature, IReadOnlyList<int> Range)
{
    private const int MaxDepth = 10;

    public bool IsSigned => Signature is not null;

    /// <summary>The end of the bytes it says it covers; 0 when it does not say.</summary>
    public int End => Range.Count == 4 && Range[2] >= 0 && Range[3] >= 0 && Range[3] <= int.MaxValue - Range[2] ? Range[2] + Range[3] : 0;

    public static IReadOnlyList<SignatureField> All(PdfFile file)
    {
        var found = new List<SignatureField>();
        foreach (var field in file.Items(file.Form?["Fields"]))
        {
            Collect(file, field, "", inherited: null, found, 0);
        }

        return found;
    }

    private static void Collect(PdfFile file, PdfValue value, string above, string? inherited, List<SignatureField> found, int depth)
    {
        if (file.Dictionary(value) is not { } field || depth > MaxDepth)
        {
            return;
        }

        var name = file.Under(above, field);
        var kind = field["FT"]?.AsName ?? inherited;
        foreach (var kid in file.Items(field["Kids"]))
        {
            Collect(file, kid, name, kind, found, depth + 1);
        }

        if (kind == "Sig")
        {
            var signature = file.Dictionary(field["V"]);
            found.Add(new(name, field["V"] as PdfReference, signature, [.. file.Items(signature?["ByteRange"]).Select(item => item.AsInt ?? -1)]));
        }
    }
}
