using System.Security.Cryptography;
using PublicAdmin.Dossiers;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Storage;
using PublicAdmin.Signing;
using PublicAdmin.Signing.Certificates;
using PublicAdmin.Signing.Pdf;

namespace PublicAdmin.Results.Elsewhere;

/// <summary>
/// Issues a paper made elsewhere: one that others signed goes out to the byte as it came; of a scan the agency signs, top right on its first page, that it
/// digitised it (Decree 30/2020 Annex I) and says whose paper it is.
/// </summary>
public sealed class IssuedElsewhere(
    SentResults sent, SignedResults results, SigningCertificates certificates, PdfSigner signer, PaperSigners owners, IBlobs blobs, TimeProvider clock)
{
    public async Task<Result<byte[]>> IssueAsync(Dossier dossier, ResultElsewhere made, CancellationToken ct)
    {
        if (await results.FindIssuedAsync(dossier, ct) is { } done)
        {
            return done;
        }

        var paper = await sent.ReadAsync(dossier, made, ct);
        if (!(await certificates.FindAsync(owners.AgencyOf(dossier), ct)).Try(out var agency, out var refusal)
            || !(made.Evidence is ResultEvidence.Scan ? await VouchAsync(dossier, made, paper, agency, ct) : paper).Try(out var issued, out refusal))
        {
            return refusal;
        }

        await RememberAsync(dossier, issued, ct);
        await results.AddIssuedAsync(dossier, new SignedPaper(issued, agency), ct);
        return issued;
    }

    /// <summary>Whose result these bytes are, when they were made elsewhere; null for none of ours.</summary>
    public async Task<DossierCode?> FindAsync(byte[] pdf, CancellationToken ct) =>
        await blobs.ReadAsync(NameOf(pdf), ct) is { } code && DossierCode.TryParse(System.Text.Encoding.ASCII.GetString(code), out var found) ? found : null;

    // A paper of others does not say which dossier it belongs to; whoever checks it later is told all the same when it holds no longer.
    private async Task RememberAsync(Dossier dossier, byte[] issued, CancellationToken ct) =>
        await blobs.CreateAsync(NameOf(issued), new MemoryStream(System.Text.Encoding.ASCII.GetBytes(dossier.Code.ToString())), BlobFacts.Of("text/plain"), ct);

    private Task<Result<byte[]>> VouchAsync(Dossier dossier, ResultElsewhere made, byte[] scan, SigningIdentity agency, CancellationToken ct)
    {
        var look = new ScanLook(
            clock.Now(), "Bản quét kết quả giấy", $"Số {made.Number} ngày {made.Date:dd/MM/yyyy}", $"Cơ quan cấp: {made.Issuer}",
            $"Cơ quan số hóa: {agency.Name}");
        var request = new SignatureRequest(
            "CoQuanSoHoa", agency.Name, $"Số hóa kết quả hồ sơ {dossier.Code}", clock.Now(), look)
        { Spot = SignatureSpot.TopRight with { Height = 60 } };
        return signer.SignAsync(scan, agency, request, ct);
    }

    private static BlobName NameOf(byte[] pdf) => new(Containers.Results, $"elsewhere/{Convert.ToHexStringLower(SHA256.HashData(pdf))}.txt");
}
