using System.Security.Cryptography.X509Certificates;
using PublicAdmin.Pdf.Reading;

namespace PublicAdmin.Signing.Verification;

/// <summary>
/// Says whether a signed PDF still is what was signed. Pure: bytes, trusted roots and the time go in, a report comes out; no network, no clock,
/// nothing of the rest of the system.
/// </summary>
public static class PdfVerifier
{
    private const int MostSignatures = 100; // Each is checked against the whole file.

    /// <param name="pdf">Any file.</param>
    /// <param name="roots">Certificates of the authorities that are trusted.</param>
    /// <param name="now">At which a signature without a timestamp must be valid.</param>
    public static VerificationReport Verify(ReadOnlyMemory<byte> pdf, X509Certificate2Collection roots, DateTimeOffset now) => Verify(pdf, roots, now, StatusMaterial.None);

    /// <param name="pdf">Any file.</param>
    /// <param name="roots">Certificates of the authorities that are trusted.</param>
    /// <param name="now">At which a signature without a timestamp must be valid.</param>
    /// <param name="fetched">What authorities say today, beside what the file carries.</param>
    internal static VerificationReport Verify(ReadOnlyMemory<byte> pdf, X509Certificate2Collection roots, DateTimeOffset now, StatusMaterial fetched)
    {
        try
        {
            var file = new PdfFile(pdf);
            var fields = SignatureField.All(file).Where(field => field.IsSigned).OrderBy(field => field.End).ToList();
            PdfReading.Keep(fields.Count, MostSignatures);
            var newest = fields.Count == 0 ? 0 : fields.Max(field => field.End);
            var verifier = new SignatureVerifier(file, roots, StatusMaterial.Of(file).With(fetched), now);
            return Verdicts.Of([.. fields.Select(field => verifier.Verify(field, isNewest: field.End == newest))]);
        }
        catch (BrokenPdfException)
        {
            return Verdicts.Unreadable;
        }
    }
}
