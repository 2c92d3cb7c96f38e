using System.Security.Cryptography.X509Certificates;
using Org.BouncyCastle.Ocsp;

namespace PublicAdmin.Signing.Status;

/// <summary>
/// OCSP (RFC 6960): asks about one certificate, and believes an answer only when somebody signed it who may. BouncyCastle reads and writes the wire;
/// whom to believe is decided here.
/// </summary>
internal static class OcspAnswers
{
    private const string SignsOcsp = "1.3.6.1.5.5.7.3.9";

    /// <summary>
    /// The request in DER. Without a nonce, so that responders may answer from their store (RFC 5019); age is judged by the answer's own times.
    /// </summary>
    public static byte[] Ask(X509Certificate2 certificate, X509Certificate2 issuer)
    {
        var request = new OcspReqGenerator();
        request.AddRequest(CertificateIds.Of(certificate, issuer));
        return request.Generate().GetEncoded();
    }

    /// <returns>Null when it is no successful answer about this certificate by somebody who may give it.</returns>
    public static StatusAnswer? Read(byte[] response, X509Certificate2 certificate, X509Certificate2 issuer) => AuthorityBytes.Read(() =>
    {
        var outer = new OcspResp(response);
        return outer.Status == OcspRespStatus.Successful && outer.GetResponseObject() is BasicOcspResp answer && MayBeBelieved(answer, issuer)
            ? answer.Responses.Where(one => CertificateIds.Names(one.GetCertID(), certificate, issuer)).Select(Said).FirstOrDefault()
            : null;
    });

    private static bool MayBeBelieved(BasicOcspResp answer, X509Certificate2 issuer)
    {
        var (data, algorithm, signature) = (answer.GetTbsResponseData(), answer.SignatureAlgorithm.GetEncoded(), answer.GetSignature());
        return answer.GetCerts().Select(came => X509CertificateLoader.LoadCertificate(came.GetEncoded())).Append(issuer)
            .Any(signer => MayAnswer(signer, issuer, AuthorityBytes.Utc(answer.ProducedAt)) && SignedByAuthority.Holds(data, algorithm, signature, signer));
    }

    // The issuer itself, or somebody it gave that right, for as long as it gave it (section 4.2.2.2).
    private static bool MayAnswer(X509Certificate2 signer, X509Certificate2 issuer, DateTimeOffset at) => signer.RawData.AsSpan().SequenceEqual(issuer.RawData)
        || (at >= signer.NotBefore && at <= signer.NotAfter && Issuance.By(signer, issuer)
            && signer.Extensions.OfType<X509EnhancedKeyUsageExtension>().Any(usage => usage.EnhancedKeyUsages[SignsOcsp] is not null));

    private static StatusAnswer Said(SingleResp answer)
    {
        var said = answer.GetCertStatus();
        var status = said switch { null => CertificateStatus.Good, RevokedStatus => CertificateStatus.Revoked, _ => CertificateStatus.Unknown };
        return new(
            status, AuthorityBytes.Utc(answer.ThisUpdate), answer.NextUpdate is { } next ? AuthorityBytes.Utc(next) : null,
            said is RevokedStatus revoked ? AuthorityBytes.Utc(revoked.RevocationTime) : null);
    }
}
