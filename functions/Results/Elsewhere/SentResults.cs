using System.Security.Cryptography;
using PublicAdmin.Dossiers;
using PublicAdmin.Pdf.Pages;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Storage;
using PublicAdmin.Scans.Binding;
using PublicAdmin.Signing;
using PublicAdmin.Signing.Verification;

namespace PublicAdmin.Results.Elsewhere;

/// <summary>A paper made elsewhere as the office found it.</summary>
/// <param name="Sha256">Names it when it is proposed.</param>
/// <param name="Report">What its signatures say.</param>
public sealed record SentPaper(string Sha256, ResultEvidence Evidence, string? SignedBy, VerificationReport Report);

/// <summary>
/// Papers sent as results that this system did not make: kept as they came, pictures bound into one PDF, and judged each time they are used. A signed one
/// whose content does not hold is never taken.
/// </summary>
public sealed class SentResults(IBlobs blobs, FileObjection objection, LongTermProofs proofs, TimeProvider clock)
{
    private const string Pdf = "application/pdf";

    public async Task<Result<SentPaper>> KeepAsync(Dossier dossier, byte[] file, CancellationToken ct)
    {
        var bound = file.AsSpan().StartsWith("%PDF"u8) ? file : Bind(dossier, file);
        if (!bound.Try(out var pdf, out var refusal))
        {
            return refusal;
        }

        var sha256 = Convert.ToHexStringLower(SHA256.HashData(pdf));
        await blobs.CreateAsync(NameOf(dossier, sha256), new MemoryStream(pdf), BlobFacts.Of(Pdf), ct);
        return await JudgeAsync(dossier, sha256, pdf, ct);
    }

    /// <summary>A <see cref="SentResult"/>.</summary>
    public async Task<Result<(ResultEvidence Evidence, string? SignedBy)>> FindAsync(Dossier dossier, string sha256, CancellationToken ct)
    {
        if (sha256.Length != 64 || !sha256.All(char.IsAsciiHexDigitLower) || await blobs.ReadAsync(NameOf(dossier, sha256), ct) is not { } pdf)
        {
            return DossierRefusals.ResultPaperUnknown.At("elsewhere.sha256", dossier.Code, sha256);
        }

        return (await JudgeAsync(dossier, sha256, pdf, ct)).Then<(ResultEvidence, string?)>(paper => (paper.Evidence, paper.SignedBy));
    }

    /// <summary>The bytes that were approved.</summary>
    public async Task<byte[]> ReadAsync(Dossier dossier, ResultElsewhere made, CancellationToken ct) =>
        await blobs.ReadAsync(NameOf(dossier, made.Sha256), ct) is { } pdf && Convert.ToHexStringLower(SHA256.HashData(pdf)) == made.Sha256
            ? pdf
            : throw new BlobLostException($"{dossier.Code}: the paper that was approved is not what lies there.");

    private async Task<Result<SentPaper>> JudgeAsync(Dossier dossier, string sha256, byte[] pdf, CancellationToken ct)
    {
        if (await objection(NameOf(dossier, sha256), pdf, ct) is { } unfit)
        {
            return unfit;
        }

        var report = await proofs.VerifyAsync(pdf, ct);
        var found = new Text(report.Vi, report.En);
        var signers = string.Join(", ", report.Signatures.Select(signature => signature.Signer ?? signature.Field).Distinct());
        return report.Verdict switch
        {
            Verdict.NotSigned => new SentPaper(sha256, ResultEvidence.Scan, null, report),
            Verdict.Valid => new SentPaper(sha256, ResultEvidence.Proven, signers, report),
            Verdict.Untrusted => new SentPaper(sha256, ResultEvidence.Unproven, signers, report),
            _ => ResultRefusals.SentUnusable.With(found),
        };
    }

    private Result<byte[]> Bind(Dossier dossier, byte[] picture) =>
        ScanPdf.FromImages([picture], new PdfMetadata($"Kết quả hồ sơ {dossier.Code}", dossier.Holding, clock.Now()));

    private static BlobName NameOf(Dossier dossier, string sha256) => new(Containers.Results, $"{dossier.Code}/elsewhere/{sha256}");
}
