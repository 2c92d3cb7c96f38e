using System.Diagnostics;
using System.Globalization;
using PublicAdmin.Dossiers;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;
using PublicAdmin.Platform.Storage;
using PublicAdmin.Signing.Certificates;

namespace PublicAdmin.Results;

/// <summary>
/// The signed papers of each dossier, written once: as the leader signed it, and as the agency issued it. That a paper is there is the
/// answer to "was this signed already?".
/// </summary>
public sealed class SignedResults(IBlobs blobs, SealingSignals signals, TimeProvider clock)
{
    /// <summary>How long an issued result cannot be changed by anybody; civil status papers are kept for ever, which is for the archive.</summary>
    private const int SealedYears = 20;

    private const string Pdf = "application/pdf";

    /// <summary>How often whoever waits looks for a paper that another instance seals.</summary>
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(200);

    public Task<byte[]?> FindApprovedAsync(Dossier dossier, CancellationToken ct) => blobs.ReadAsync(NameOf(dossier, "approved"), ct);

    public Task<byte[]?> FindIssuedAsync(Dossier dossier, CancellationToken ct) => blobs.ReadAsync(IssuedOf(dossier), ct);

    /// <summary>Where the issued paper lies, once it is there.</summary>
    public static BlobName IssuedOf(Dossier dossier) => NameOf(dossier, "issued");

    /// <summary>Where the issued paper lies marked, once it holds no longer.</summary>
    public static BlobName MarkedOf(Dossier dossier) => NameOf(dossier, "marked");

    /// <summary>A <see cref="ReturnObjection"/>: nobody is handed a paper that does not exist.</summary>
    public async ValueTask<Refusal?> ObjectionAsync(Dossier dossier, TimeSpan patience, CancellationToken ct)
    {
        for (var since = Stopwatch.GetTimestamp(); ;)
        {
            var left = patience - Stopwatch.GetElapsedTime(since);
            var next = left > TimeSpan.Zero ? signals.NextOf(dossier.Code) : null;
            var isSealed = dossier.Proposal is not null && await blobs.FindAsync(IssuedOf(dossier), ct) is not null;
            if (isSealed || next is null)
            {
                signals.Ring(dossier.Code);
                return isSealed ? null : DossierRefusals.NotSealed.With(dossier.Code);
            }

            await Task.WhenAny(next, Task.Delay(left < BetweenLooks ? left : BetweenLooks, ct));
        }
    }

    public Task AddApprovedAsync(Dossier dossier, SignedPaper paper, CancellationToken ct) => AddAsync(NameOf(dossier, "approved"), paper, ct);

    public async Task AddIssuedAsync(Dossier dossier, SignedPaper paper, CancellationToken ct)
    {
        await AddAsync(IssuedOf(dossier), paper, ct);
        await blobs.SealAsync(IssuedOf(dossier), clock.GetUtcNow().AddYears(SealedYears), ct);
        signals.Ring(dossier.Code);
    }

    // A second delivery may have been quicker: the paper that is there stays.
    private async Task AddAsync(BlobName name, SignedPaper paper, CancellationToken ct) =>
        await blobs.CreateAsync(name, new MemoryStream(paper.Pdf), FactsOf(paper.By), ct);

    /// <summary>With which key it was signed, and what was known of its certificate then.</summary>
    internal static BlobFacts FactsOf(SigningIdentity by) => new(Pdf, new Dictionary<string, string>
    {
        ["keyName"] = by.Key.Name,
        ["keyVersion"] = by.Key.Version,
        ["certificateSerial"] = by.Certificate.SerialNumber,
        ["certificateStatus"] = by.StatusUnchecked ? "unchecked" : by.Proofs.Count > 0 ? "good" : "notPublished",
    });

    // By what was approved: a proposal sent back and made anew is another paper.
    private static BlobName NameOf(Dossier dossier, string state) =>
        new(Containers.Results, string.Create(CultureInfo.InvariantCulture, $"{dossier.Code}/{dossier.Proposal!.Hash[..16]}/{state}.pdf"));
}
