using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;

namespace PublicAdmin.Signing.Verification;

/// <summary>What a CMS says about the bytes it was made on.</summary>
/// <param name="Problem">A stable code; null when it holds.</param>
/// <param name="Others">Certificates that came along.</param>
internal sealed record CmsFindings(
    string? Problem, X509Certificate2? Certificate, X509Certificate2Collection Others, DateTimeOffset? StampedAt = null, X509Certificate2? StampCertificate = null);

/// <summary>Verifies a detached CAdES signature or a document timestamp (ETSI EN 319 122-1, RFC 3161).</summary>
internal static class CmsVerifier
{
    private const string SigningCertificateV2 = "1.2.840.113549.1.9.16.2.47";
    private const string SignatureTimestamp = "1.2.840.113549.1.9.16.2.14";

    public static CmsFindings Verify(SignedBytes bytes, string? kind)
    {
        try
        {
            return kind switch
            {
                "ETSI.RFC3161" => VerifyTimestamp(bytes),
                "ETSI.CAdES.detached" or "adbe.pkcs7.detached" => VerifySignature(bytes, mustName: kind == "ETSI.CAdES.detached"),
                _ => Failed("signature-kind"),
            };
        }
        catch (Exception e) when (e is CryptographicException or AsnContentException)
        {
            return Failed("signature");
        }
    }

    private static CmsFindings VerifySignature(SignedBytes bytes, bool mustName)
    {
        var cms = new SignedCms(new ContentInfo(bytes.Content), detached: true);
        cms.Decode(bytes.Cms);
        if (cms.SignerInfos is not [{ Certificate: { } certificate } signer])
        {
            return Failed("signature");
        }

        if (!CmsShape.IsSound(bytes.Cms))
        {
            return Failed("frame") with { Certificate = certificate };
        }

        cms.CheckSignature(verifySignatureOnly: true);
        if (mustName && !NamesCertificate(signer, certificate))
        {
            return Failed("signing-certificate") with { Certificate = certificate };
        }

        return WithTimestamp(new CmsFindings(null, certificate, cms.Certificates), signer);
    }

    private static CmsFindings WithTimestamp(CmsFindings findings, SignerInfo signer)
    {
        var token = signer.UnsignedAttributes.Cast<CryptographicAttributeObject>().FirstOrDefault(attribute => attribute.Oid.Value == SignatureTimestamp);
        if (token is null)
        {
            return findings;
        }

        if (!Rfc3161TimestampToken.TryDecode(token.Values[0].RawData, out var stamp, out _) || !stamp.VerifySignatureForSignerInfo(signer, out var authority))
        {
            return findings with { Problem = "timestamp" };
        }

        findings.Others.AddRange(stamp.AsSignedCms().Certificates);
        return findings with { StampedAt = stamp.TokenInfo.Timestamp, StampCertificate = authority };
    }

    private static CmsFindings VerifyTimestamp(SignedBytes bytes) =>
        Rfc3161TimestampToken.TryDecode(bytes.Cms, out var stamp, out _) && stamp.VerifySignatureForData(bytes.Content, out var authority)
            ? new CmsFindings(null, authority, stamp.AsSignedCms().Certificates, stamp.TokenInfo.Timestamp)
            : Failed("timestamp");

    // The signed attribute says which certificate was meant; without it another one with the same key could be put in its place.
    private static bool NamesCertificate(SignerInfo signer, X509Certificate2 certificate)
    {
        var named = signer.SignedAttributes.Cast<CryptographicAttributeObject>().FirstOrDefault(attribute => attribute.Oid.Value == SigningCertificateV2);
        if (named is null)
        {
            return false;
        }

        var identifier = new AsnReader(named.Values[0].RawData, AsnEncodingRules.DER).ReadSequence().ReadSequence().ReadSequence();
        // A hash other than the default SHA-256 is named first.
        var algorithm = identifier.PeekTag().HasSameClassAndValue(Asn1Tag.Sequence) ? identifier.ReadSequence().ReadObjectIdentifier() : null;
        return HashOf(algorithm, certificate.RawData) is { } hash && identifier.ReadOctetString().AsSpan().SequenceEqual(hash);
    }

    private static byte[]? HashOf(string? algorithm, byte[] data) => algorithm switch
    {
        null or "2.16.840.1.101.3.4.2.1" => SHA256.HashData(data),
        "2.16.840.1.101.3.4.2.2" => SHA384.HashData(data),
        "2.16.840.1.101.3.4.2.3" => SHA512.HashData(data),
        _ => null,
    };

    private static CmsFindings Failed(string problem) => new(problem, null, []);
}
