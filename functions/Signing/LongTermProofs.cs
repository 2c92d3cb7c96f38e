using PublicAdmin.Platform;
using PublicAdmin.Signing.Certificates;
using PublicAdmin.Signing.Certificates.Purposes;
using PublicAdmin.Signing.Pdf;
using PublicAdmin.Signing.Status;
using PublicAdmin.Signing.Verification;

namespace PublicAdmin.Signing;

/// <summary>
/// What authorities say of everybody who signed a file: fetched for checking it, and written into it so that it can be checked when they are gone
/// (PAdES B-LT).
/// </summary>
public sealed class LongTermProofs(CertificateStatuses statuses, TrustedRoots roots, PurposeBook purposes, TimeProvider clock)
{
    private const int LargestList = 512 * 1024; // A larger list would outweigh the paper it proves.

    /// <summary>The file with the chains of its signatures and all answers that could be had; as it was when there is nobody to ask.</summary>
    public async Task<Result<byte[]>> AddAsync(byte[] pdf, CancellationToken ct)
    {
        var report = PdfVerifier.Verify(pdf, await TrustAsync(ct), clock.GetUtcNow(), StatusMaterial.None, CheckingTime.OfOneFile(ct));
        var proofs = (await AskAsync(report, ct)).Where(proof => proof.Der.Length <= LargestList).ToList();
        return proofs.Count == 0 ? pdf : PdfLongTerm.Append(pdf, new LongTermMaterial(
            [.. report.Signatures.SelectMany(signature => signature.Paths).SelectMany(path => path).Select(certificate => certificate.RawData)
                .DistinctBy(Convert.ToHexString)],
            [.. proofs.Where(proof => !proof.Ocsp).Select(proof => proof.Der).Distinct()],
            [.. proofs.Where(proof => proof.Ocsp).Select(proof => proof.Der).Distinct()]));
    }

    /// <summary>
    /// Checks a file by its own proofs and, where those do not settle it, by today's answers. Only authorities the office trusts are asked: a stranger's
    /// file does not choose whom the office calls.
    /// </summary>
    public async Task<VerificationReport> VerifyAsync(byte[] pdf, CancellationToken ct)
    {
        var (trusted, time) = (await TrustAsync(ct), CheckingTime.OfOneFile(ct));
        var report = await LookAsync(StatusMaterial.None);
        if (!report.Signatures.Any(signature => signature is { TrustProblem: null, Problem: null, Status: SignerStatus.Unknown or SignerStatus.Good }))
        {
            return report;
        }

        var proofs = await AskAsync(report, ct);
        var fetched = new StatusMaterial(
            [], [.. proofs.Where(proof => proof.Ocsp).Select(proof => proof.Der)], [.. proofs.Where(proof => !proof.Ocsp).Select(proof => proof.Der)]);
        return proofs.Count == 0 ? report : await LookAsync(fetched);

        // Seconds, for some files: on a thread of its own and none of those, one for each processor, that answer everybody else.
        Task<VerificationReport> LookAsync(StatusMaterial known) => Task.Factory.StartNew(
            () => PdfVerifier.Verify(pdf, trusted, clock.GetUtcNow(), known, time), ct, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    private async Task<Trust> TrustAsync(CancellationToken ct) => new(await roots.AllAsync(ct), purposes.Current);

    private async Task<IReadOnlyList<StatusProof>> AskAsync(VerificationReport report, CancellationToken ct)
    {
        var proofs = new Dictionary<string, StatusProof>(StringComparer.Ordinal);
        foreach (var path in report.Signatures.Where(signature => signature is { Problem: null, TrustProblem: null }).SelectMany(signature => signature.Paths))
        {
            foreach (var (certificate, issuer) in path.Zip(path.Skip(1)).Where(pair => StatusAddresses.Of(pair.First).Any))
            {
                if (await statuses.FindAsync(certificate, issuer, ct) is { } proof)
                {
                    proofs[certificate.Thumbprint] = proof;
                }
            }
        }

        return [.. proofs.Values];
    }
}
