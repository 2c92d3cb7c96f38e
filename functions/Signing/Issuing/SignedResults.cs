using System.Globalization;
using PublicAdmin.Dossiers;
using PublicAdmin.Platform;

namespace PublicAdmin.Signing.Issuing;

/// <summary>
/// The signed papers of each dossier, written once: as the leader signed it, and as the agency issued it. That a paper is there is the
/// answer to "was this signed already?".
/// </summary>
public sealed class SignedResults(IBlobs blobs)
{
    /// <summary>How long an issued result cannot be changed by anybody; civil status papers are kept for ever, which is for the archive.</summary>
    private const int SealedYears = 20;

    private const string Pdf = "application/pdf";

    public Task<byte[]?> FindApprovedAsync(Dossier dossier, CancellationToken ct) => blobs.ReadAsync(NameOf(dossier, "approved"), ct);

    public Task<byte[]?> FindIssuedAsync(Dossier dossier, CancellationToken ct) => blobs.ReadAsync(NameOf(dossier, "issued"), ct);

    public Task AddApprovedAsync(Dossier dossier, byte[] pdf, SigningKey key, CancellationToken ct) => AddAsync(NameOf(dossier, "approved"), pdf, key, ct);

    public async Task AddIssuedAsync(Dossier dossier, byte[] pdf, SigningKey key, DateTimeOffset now, CancellationToken ct)
    {
        await AddAsync(NameOf(dossier, "issued"), pdf, key, ct);
        await blobs.SealAsync(NameOf(dossier, "issued"), now.AddYears(SealedYears), ct);
    }

    // A second delivery may have been quicker: the paper that is there stays.
    private async Task AddAsync(BlobName name, byte[] pdf, SigningKey key, CancellationToken ct)
    {
        var facts = new BlobFacts(Pdf, new Dictionary<string, string> { ["keyName"] = key.Name, ["keyVersion"] = key.Version });
        await blobs.CreateAsync(name, new MemoryStream(pdf), facts, ct);
    }

    // By what was approved: a proposal sent back and made anew is another paper.
    private static BlobName NameOf(Dossier dossier, string state) =>
        new(Containers.Results, string.Create(CultureInfo.InvariantCulture, $"{dossier.Code}/{dossier.Proposal!.Hash[..16]}/{state}.pdf"));
}
