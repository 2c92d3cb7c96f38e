using PublicAdmin.Dossiers;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Storage;
using PublicAdmin.Signing;
using PublicAdmin.Signing.Certificates;
using PublicAdmin.Signing.Pdf;

namespace PublicAdmin.Results;

/// <summary>
/// What is handed out of a result that holds no longer: the paper with a mark over it, signed by the agency behind the signatures it has, so that nobody
/// takes the one for the other and nobody takes the mark away. The issued paper itself stays as it is.
/// </summary>
public sealed class MarkedResults(
    SignedResults results, SigningCertificates certificates, PdfSigner signer, PaperSigners owners, IBlobs blobs, TimeProvider clock)
{
    private const string Field = "ThuHoi";

    /// <summary>Where the marked paper lies, made when it is first asked for.</summary>
    /// <returns>A refusal while the agency cannot sign.</returns>
    public async Task<Result<BlobName>> FindAsync(Dossier dossier, CancellationToken ct)
    {
        var name = SignedResults.MarkedOf(dossier);
        return await blobs.FindAsync(name, ct) is not null ? name
            : await results.FindIssuedAsync(dossier, ct) is { } issued ? await MarkAsync(dossier, issued, name, ct)
            : ResultRefusals.BeingSigned.With(dossier.Code);
    }

    private async Task<Result<BlobName>> MarkAsync(Dossier dossier, byte[] issued, BlobName name, CancellationToken ct)
    {
        if (!(await certificates.FindAsync(owners.AgencyOf(dossier), ct)).Try(out var agency, out var refusal))
        {
            return refusal;
        }

        var look = new ScanLook(clock.Now(), WordsOf(dossier.Revocation!));
        var request = new SignatureRequest(Field, agency.Name, $"Thu hồi kết quả hồ sơ {dossier.Code}", clock.Now(), look) { Spot = SignatureSpot.TopRight };
        if (!(await signer.SignAsync(issued, agency, request, ct)).Try(out var marked, out refusal))
        {
            return refusal;
        }

        await blobs.CreateAsync(name, new MemoryStream(marked), SignedResults.FactsOf(agency), ct);
        return name;
    }

    private static string[] WordsOf(Revocation revoked) => revoked.ReplacedBy is { } other
        ? ["KẾT QUẢ ĐÃ ĐƯỢC THAY THẾ, KHÔNG CÒN GIÁ TRỊ", $"bằng kết quả của hồ sơ {other}", $"từ ngày {revoked.At.Here():dd/MM/yyyy}"]
        : ["KẾT QUẢ ĐÃ BỊ THU HỒI, KHÔNG CÒN GIÁ TRỊ", $"từ ngày {revoked.At.Here():dd/MM/yyyy}"];
}
