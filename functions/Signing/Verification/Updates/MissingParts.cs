using PublicAdmin.Pdf;
using PublicAdmin.Pdf.Reading;

namespace PublicAdmin.Signing.Verification.Updates;

/// <summary>Parts that a file refers to and does not have, though they decide what is seen: whoever adds them later decides it.</summary>
internal static class MissingParts
{
    private static readonly string[] Deciding = ["OCProperties", "AcroForm", "Names", "OpenAction", "AA"];

    public static bool In(PdfFile file) => Deciding.Any(key => IsMissing(file, file.Catalog[key]))
        || (file.Dictionary(file.Catalog["OCProperties"]) is { } layers && References.Of(layers).Any(number => file.PlaceOf(number) is null))
        || file.Pages.Any(page => IsMissing(file, page.Dictionary["Contents"]) || IsMissing(file, page.Dictionary["Resources"])
            || file.Items(page.Dictionary["Contents"]).Any(part => IsMissing(file, part)));

    private static bool IsMissing(PdfFile file, PdfValue? value) => value is PdfReference reference && file.PlaceOf(reference.Number) is null;
}
