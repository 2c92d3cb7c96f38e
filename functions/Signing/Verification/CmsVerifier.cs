using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;

namespace PublicAdmin.Signing.Verification;

/// <summary>What a CMS says about the bytes it was made on.</summary>
/// <param name="Problem">A stable code of <see cref="SignatureProblems"/>; null when it holds.</param>
/// <param name="Others">Certificates that came along.</param>
internal sealed record CmsFindings(
    string? Problem, X509Certificate2? Certificate, X509Certificate2Collection Others, DateTimeOffset? StampedAt = null,
    X509Certificate2? StampCertificate = null);

/// <summary>Verifies a detached CAdES signature or a document timestamp (ETSI EN 319 122-1, RFC 3161).</summary>
internal static class CmsVerifier
{
    /// <summary>The kind of a document timestamp (ETSI EN 319 142-1 section 5.4.3).</summary>
    public const string DocumentTimestamp = "ETSI.RFC3161";

    private const string ContentType = "1.2.840.113549.1.9.3";
    private const string MessageDigest = "1.2.840.113549.1.9.4";
    private const string SignatureTimestamp = "1.2.840.113549.1.9.16.2.14";
    private const string Data = "1.2.840.113549.1.7.1";

    private static readonly HashSet<string> Weak = ["1.3.14.3.2.26", "1.2.840.113549.2.5", "1.2.840.113549.2.2"]; // SHA-1, MD5, MD2.

    public static CmsFindings Verify(SignedBytes bytes, string? kind)
    {
        try
        {
            return kind switch
            {
                DocumentTimestamp => VerifyTimestamp(bytes),
                "ETSI.CAdES.detached" or "adbe.pkcs7.detached" => VerifySignature(bytes, mustName: kind == "ETSI.CAdES.detached"),
                _ => Failed(SignatureProblems.Kind),
            };
        }
        catch (Exception e) when (e is CryptographicException or AsnContentException)
        {
            return Failed(SignatureProblems.Signature);
        }
    }

    private static CmsFindings VerifySignature(SignedBytes bytes, bool mustName)
    {
        var cms = new SignedCms(new ContentInfo([]), detached: true);
        cms.Decode(bytes.Cms);
        if (cms.SignerInfos is not [{ } signer])
        {
            return Failed(SignatureProblems.Frame);
        }

        if (signer.Certificate is not { } certificate)
        {
            return Failed(SignatureProblems.NoCertificate);
        }

        var problem = CmsFrame.Read(bytes.Cms) is { } frame
            ? Problem(frame, bytes, signer, certificate) ?? NamedCertificate.Problem(signer, certificate, mustName)
            : SignatureProblems.Frame;
        var findings = new CmsFindings(problem, certificate, cms.Certificates);
        return problem is null ? WithTimestamp(findings, signer) : findings;
    }

    // What is signed is the content, or attributes that name its hash (RFC 5652 section 5.4).
    private static string? Problem(CmsFrame frame, SignedBytes bytes, SignerInfo signer, X509Certificate2 certificate)
    {
        if (SignatureValue.HashOf(frame.Digest) is not { } algorithm)
        {
            return Weak.Contains(frame.Digest) ? SignatureProblems.WeakHash : SignatureProblems.Algorithm;
        }

        var content = bytes.Hash(algorithm);
        if (frame.Attributes is not null
            && !(Attribute(signer, ContentType) is { } type && new AsnReader(type, AsnEncodingRules.DER).ReadObjectIdentifier() == Data
            && Attribute(signer, MessageDigest) is { } digest && new AsnReader(digest, AsnEncodingRules.BER).ReadOctetString().AsSpan().SequenceEqual(content)))
        {
            return SignatureProblems.Signature;
        }

        var signed = frame.Attributes is null ? content : CryptographicOperations.HashData(algorithm, frame.Attributes);
        return SignatureValue.Fits(frame, signed, algorithm, certificate) switch
        {
            true => null,
            false => SignatureProblems.Signature,
            null => SignatureProblems.Algorithm,
        };
    }

    private static byte[]? Attribute(SignerInfo signer, string name) => signer.SignedAttributes.Cast<CryptographicAttributeObject>()
        .Where(attribute => attribute.Oid.Value == name).SelectMany(attribute => attribute.Values.Cast<AsnEncodedData>()).ToList() is [var only]
        ? only.RawData : null;

    private static CmsFindings WithTimestamp(CmsFindings findings, SignerInfo signer)
    {
        var token = signer.UnsignedAttributes.Cast<CryptographicAttributeObject>().FirstOrDefault(attribute => attribute.Oid.Value == SignatureTimestamp);
        if (token is null)
        {
            return findings;
        }

        if (!Rfc3161TimestampToken.TryDecode(token.Values[0].RawData, out var stamp, out _) || !stamp.VerifySignatureForSignerInfo(signer, out var authority))
        {
            return findings with { Problem = SignatureProblems.Timestamp };
        }

        findings.Others.AddRange(stamp.AsSignedCms().Certificates);
        return findings with { StampedAt = stamp.TokenInfo.Timestamp, StampCertificate = authority };
    }

    private static CmsFindings VerifyTimestamp(SignedBytes bytes)
    {
        if (!Rfc3161TimestampToken.TryDecode(bytes.Cms, out var stamp, out _))
        {
            return Failed(SignatureProblems.Timestamp);
        }

        return SignatureValue.HashOf(stamp.TokenInfo.HashAlgorithmId.Value ?? "") is not { } algorithm ? Failed(SignatureProblems.WeakHash)
            : stamp.VerifySignatureForHash(bytes.Hash(algorithm), algorithm, out var authority)
                ? new CmsFindings(null, authority, stamp.AsSignedCms().Certificates, stamp.TokenInfo.Timestamp)
                : Failed(SignatureProblems.Timestamp);
    }

    private static CmsFindings Failed(string problem) => new(problem, null, []);
}
