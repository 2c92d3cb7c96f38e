using System.Globalization;
using System.Security.Cryptography.X509Certificates;
using PublicAdmin.Pdf;
using PublicAdmin.Pdf.Reading;
using PublicAdmin.Signing.Verification.Updates;

namespace PublicAdmin.Signing.Verification;

/// <summary>Checks one signature: the bytes it covers, the CMS over them, who made it, and what happened to the file since.</summary>
internal sealed class SignatureVerifier(PdfFile file, FileHistory history, Trust trust, StatusMaterial material, DateTimeOffset now)
{
    private const int MostInCompany = 64; // Each is held against each other.

    private readonly KnownChains _chains = new(trust.Roots);

    public SignatureReport Verify(SignatureField field, bool isNewest, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        var report = new SignatureReport(
            field.Name, null, null, null, null, Text(field, "Reason"), ClaimedAt(Text(field, "M")), null, field.End == file.Bytes.Length, [], null);
        if (SignedBytes.Read(file, field) is not { } bytes)
        {
            return report with { Problem = SignatureProblems.ByteRange };
        }

        var kind = file.Dictionary(field.Signature)?["SubFilter"]?.AsName;
        var cms = CmsVerifier.Verify(bytes, kind);
        report = report with
        {
            Problem = cms.Problem ?? history.Problem,
            Changes = cms.Problem is null || SignatureProblems.IsBeyondUs(cms.Problem) ? history.Since(field.End, isNewest) : [],
            Signer = Read(cms.Certificate, certificate => certificate.GetNameInfo(X509NameType.SimpleName, forIssuer: false)),
            Organisation = Read(cms.Certificate, OrganisationOf),
            SerialNumber = cms.Certificate?.SerialNumber,
            StampedAt = cms.StampedAt,
            IsDocumentTimestamp = kind == CmsVerifier.DocumentTimestamp,
        };
        return report.Problem is null ? Trusted(report, cms, ct) : report;
    }

    private SignatureReport Trusted(SignatureReport report, CmsFindings cms, CancellationToken ct)
    {
        PdfReading.Keep(cms.Others.Count, MostInCompany);
        var at = cms.StampedAt ?? now;
        X509Certificate2Collection others = [.. cms.Others, .. material.Certificates];
        var signer = _chains.Find(cms.Certificate!, others, at);
        var stamp = cms.StampCertificate is { } authority ? _chains.Find(authority, others, at) : null;
        var signedAt = cms.StampedAt ?? (report.ClaimedAt < now ? report.ClaimedAt.Value : now);
        var status = StatusJudge.Judge(signer.Path, material, signedAt, proven: cms.StampedAt is not null);
        if (stamp is not null && StatusJudge.Judge(stamp.Path, material, at, proven: false) is { Status: SignerStatus.Revoked or SignerStatus.Unknown } doubt
            && doubt.Status > status.Status)
        {
            status = doubt; // A timestamp of a revoked authority proves nothing.
        }

        IReadOnlyList<IReadOnlyList<X509Certificate2>> paths = stamp is null ? [signer.Path] : [signer.Path, stamp.Path];
        return report with
        {
            Doubtful = CompanyOfCertificates.Doubtful(cms.Others, trust.Roots, paths, ct),
            TrustProblem = signer.Problem ?? PurposeProblem(report, signer, at) ?? stamp?.Problem,
            Status = status.Status,
            RevokedAt = status.RevokedAt,
            Paths = paths,
        };
    }

    // A document timestamp is signed by an authority, whose certificate RFC 3161 asks to be for nothing else.
    private string? PurposeProblem(SignatureReport report, ChainFindings signer, DateTimeOffset at) =>
        report.IsDocumentTimestamp ? null : trust.Purposes.Problem(signer.Path, at);

    private string? Text(SignatureField field, string name) => (file.Resolve(field.Signature![name]) as PdfToken)?.AsText();

    // D:20261120090000+07'00'
    private static DateTimeOffset? ClaimedAt(string? written) => written is ['D', ':', ..]
        && DateTimeOffset.TryParseExact(
            written[2..].Replace("'", "", StringComparison.Ordinal).Replace("Z", "+0000", StringComparison.Ordinal),
            ["yyyyMMddHHmmsszzz", "yyyyMMddHHmmsszz", "yyyyMMddHHmmss"],
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal,
            out var at)
        ? at
        : null;

    // A damaged certificate may have a name that cannot be read.
    private static string? Read(X509Certificate2? certificate, Func<X509Certificate2, string?> read)
    {
        try
        {
            return certificate is null ? null : read(certificate);
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            return null;
        }
    }

    private static string? OrganisationOf(X509Certificate2 certificate) => certificate.SubjectName.EnumerateRelativeDistinguishedNames()
        .FirstOrDefault(part => !part.HasMultipleElements && part.GetSingleElementType().Value == "2.5.4.10")?.GetSingleElementValue();
}
