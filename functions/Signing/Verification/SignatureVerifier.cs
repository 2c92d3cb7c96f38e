using System.Globalization;
using System.Security.Cryptography.X509Certificates;
using PublicAdmin.Signing.Pdf;

namespace PublicAdmin.Signing.Verification;

/// <summary>Checks one signature: the bytes it covers, the CMS over them, who made it, and what happened to the file since.</summary>
internal static class SignatureVerifier
{
    public static SignatureReport Verify(PdfFile file, SignatureField field, bool isNewest, X509Certificate2Collection roots, DateTimeOffset now)
    {
        var report = new SignatureReport(
            field.Name, null, null, null, null, Text(file, field, "Reason"), ClaimedAt(Text(file, field, "M")), null, field.End == file.Bytes.Length, [], null);
        if (SignedBytes.Read(file, field) is not { } bytes)
        {
            return report with { Problem = "byte-range" };
        }

        var cms = CmsVerifier.Verify(bytes, file.Dictionary(field.Signature)?["SubFilter"]?.AsName);
        report = report with
        {
            Problem = cms.Problem,
            Signer = cms.Certificate?.GetNameInfo(X509NameType.SimpleName, forIssuer: false),
            Organisation = OrganisationOf(cms.Certificate),
            SerialNumber = cms.Certificate?.SerialNumber,
            StampedAt = cms.StampedAt,
        };
        return report.Problem is not null ? report : report with
        {
            Changes = Changes(file, field, isNewest),
            TrustProblem = Chains.Problem(cms.Certificate!, cms.Others, roots, cms.StampedAt ?? now)
                ?? (cms.StampCertificate is { } stamp ? Chains.Problem(stamp, cms.Others, roots, cms.StampedAt ?? now) : null),
        };
    }

    // What a newer signature vouches for may be filled in and signed; behind the newest only material for verifying may follow.
    private static List<Change> Changes(PdfFile file, SignatureField field, bool isNewest)
    {
        if (field.End == file.Bytes.Length)
        {
            return [];
        }

        var changes = RevisionChanges.Between(new PdfFile(file.Bytes[..field.End]), file);
        return [.. changes.Select(change => isNewest && change.Kind is not ChangeKind.ValidationData ? change with { Kind = ChangeKind.Content } : change)];
    }

    private static string? Text(PdfFile file, SignatureField field, string name) => (file.Resolve(field.Signature![name]) as PdfToken)?.AsText();

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

    private static string? OrganisationOf(X509Certificate2? certificate)
    {
        foreach (var part in certificate?.SubjectName.EnumerateRelativeDistinguishedNames() ?? [])
        {
            if (!part.HasMultipleElements && part.GetSingleElementType().Value == "2.5.4.10")
            {
                return part.GetSingleElementValue();
            }
        }

        return null;
    }
}
