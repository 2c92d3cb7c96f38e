using PublicAdmin.Platform;
using PublicAdmin.Signing;
using PublicAdmin.Signing.Certificates;
using PublicAdmin.Signing.Pdf;

namespace PublicAdmin.Results.Copies;

/// <summary>
/// Chứng thực bản sao điện tử từ bản chính (Decree 45/2020, Article 10): the scan of an original, signed top right on its first page by the person
/// who compared them and then by the agency. One file per original.
/// </summary>
public sealed class CertifiedCopies(PdfSigner signer, SigningCertificates certificates)
{
    private const string Words = "Bản sao điện tử đúng với bản chính";

    /// <param name="scan">A PDF, such as <see cref="Scans.Binding.ScanPdf"/> makes of pictures.</param>
    /// <param name="person">Who compared.</param>
    /// <param name="agency">Whose seal it bears.</param>
    /// <param name="bookNumber">Số chứng thực, in the electronic book.</param>
    /// <param name="at">Office time.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<Result<SignedPaper>> CertifyAsync(
        ReadOnlyMemory<byte> scan, SigningOwner person, SigningOwner agency, string bookNumber, DateTimeOffset at, CancellationToken ct)
    {
        var (signs, seals) = (await certificates.FindAsync(person, ct), await certificates.FindAsync(agency, ct));
        if ((signs.Refusal ?? seals.Refusal) is { } refusal)
        {
            return refusal;
        }

        var made = await CertifyAsync(signer, scan, signs.Value, seals.Value, bookNumber, at, ct);
        return made.Try(out var copy, out refusal) ? new SignedPaper(copy, seals.Value) : refusal;
    }

    internal static async Task<Result<byte[]>> CertifyAsync(
        PdfSigner signer, ReadOnlyMemory<byte> scan, SigningIdentity person, SigningIdentity agency, string bookNumber, DateTimeOffset at, CancellationToken ct)
    {
        var look = new ScanLook(at, Words, $"Số chứng thực: {bookNumber}", $"Người chứng thực: {person.Name}", $"Cơ quan: {agency.Name}");
        var byPerson = new SignatureRequest("NguoiChungThuc", person.Name, Words, at, look) { Spot = SignatureSpot.TopRight with { Height = 48 } };
        var signed = await signer.SignAsync(scan, person, byPerson, ct);
        return signed.Refusal is not null
            ? signed
            : await signer.SignAsync(signed.Value, agency, new SignatureRequest("CoQuanChungThuc", agency.Name, Words, at), ct);
    }
}
