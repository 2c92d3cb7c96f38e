using System.Security.Cryptography.X509Certificates;
using PublicAdmin.Pdf.Reading;
using PublicAdmin.Signing.Verification.Updates;

namespace PublicAdmin.Signing.Verification;

/// <summary>
/// Says whether a signed PDF still is what was signed. Pure: bytes, trusted roots and the time go in, a report comes out; no network,
/// nothing of the rest of the system, and never more work than an honest file needs.
/// </summary>
public static class PdfVerifier
{
    private const int MostSignatures = 100;

    /// <summary>Bytes hashed for all signatures together: about a second.</summary>
    private const long MostHashed = 1024L * 1024 * 1024;

    /// <param name="pdf">Any file.</param>
    /// <param name="roots">Certificates of the authorities that are trusted.</param>
    /// <param name="now">At which a signature without a timestamp must be valid.</param>
    public static VerificationReport Verify(ReadOnlyMemory<byte> pdf, X509Certificate2Collection roots, DateTimeOffset now) =>
        Verify(pdf, new Trust(roots, PurposeRules.Shipped), now, StatusMaterial.None, CheckingTime.OfOneFile());

    /// <param name="pdf">Any file.</param>
    /// <param name="trust">Whom to believe.</param>
    /// <param name="now">At which a signature without a timestamp must be valid.</param>
    /// <param name="fetched">What authorities say today, beside what the file carries.</param>
    /// <param name="time">What is left of the time for this file.</param>
    internal static VerificationReport Verify(
        ReadOnlyMemory<byte> pdf, Trust trust, DateTimeOffset now, StatusMaterial fetched, CheckingTime time) =>
        time.Spend(ct => Verify(pdf, trust, now, fetched, ct), tooLong: Verdicts.TooLarge);

    private static VerificationReport Verify(
        ReadOnlyMemory<byte> pdf, Trust trust, DateTimeOffset now, StatusMaterial fetched, CancellationToken ct)
    {
        try
        {
            ct.ThrowIfCancellationRequested();
            var file = new PdfFile(pdf, ct);
            return IsLocked(file) ? Verdicts.Locked : Verdicts.Of(Signatures(file, trust, now, fetched, ct));
        }
        catch (PdfTooComplexException)
        {
            return Verdicts.TooLarge;
        }
        catch (BrokenPdfException)
        {
            return Verdicts.Unreadable;
        }
    }

    private static IReadOnlyList<SignatureReport> Signatures(
        PdfFile file, Trust trust, DateTimeOffset now, StatusMaterial fetched, CancellationToken ct)
    {
        var fields = SignatureField.All(file).Where(field => field.IsSigned).OrderBy(field => field.End).ToList();
        PdfReading.Keep(fields.Count, MostSignatures);
        var ends = fields.Select(field => field.End).Where(end => end > 0 && end <= file.Bytes.Length).ToList();
        if (ends.Sum(end => (long)end) > MostHashed)
        {
            throw new PdfTooComplexException();
        }

        if (ends.Count == 0)
        {
            ends.Add(file.Bytes.Length);
        }

        var history = new FileHistory(file, ends.Min(), ct);
        var verifier = new SignatureVerifier(file, history, trust, StatusMaterial.Of(file).With(fetched), now);
        return [.. fields.Select(field => verifier.Verify(field, isNewest: field.End == ends.Max(), ct))];
    }

    // A lock that an update brought is a change like any other; what was always locked nobody here can read.
    private static bool IsLocked(PdfFile file) => PdfLock.ClosesPages(file.Objects, file.Trailer) && file.Sections[^1].Trailer["Encrypt"] is not null;
}
