using PublicAdmin.Pdf.Reading;
using PublicAdmin.Platform;

namespace PublicAdmin.Signing.Pdf;

/// <summary>
/// Adds one signature to a PDF of any producer as an incremental update (PAdES, ETSI EN 319 142-1): <see cref="Prepare"/> the file, sign its
/// digest elsewhere, <see cref="PreparedSignature.Seal"/> the result in.
/// </summary>
public static class PdfSigning
{
    public static Result<PreparedSignature> Prepare(ReadOnlyMemory<byte> pdf, SignatureRequest request)
    {
        try
        {
            var file = new PdfFile(pdf);
            return Objection(file) is { } refusal ? refusal : new PdfSigningUpdate(file, request).Write();
        }
        catch (BrokenPdfException e)
        {
            return SigningRefusals.PdfBroken.With().Knowing("reason", e.Message);
        }
    }

    private static Refusal? Objection(PdfFile file)
    {
        if (file.IsEncrypted)
        {
            return SigningRefusals.PdfEncrypted;
        }

        return IsLocked(file) ? SigningRefusals.PdfLocked.With() : null;
    }

    // A certification that allows no change at all (section 12.8.2.2).
    private static bool IsLocked(PdfFile file)
    {
        var certification = file.Dictionary(file.Dictionary(file.Catalog["Perms"])?["DocMDP"]);
        return file.Items(certification?["Reference"]).Select(file.Dictionary)
            .Any(reference => file.Dictionary(reference?["TransformParams"])?["P"]?.AsInt == 1);
    }
}
