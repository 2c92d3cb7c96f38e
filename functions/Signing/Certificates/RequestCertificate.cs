using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Identity;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;

namespace PublicAdmin.Signing.Certificates;

/// <summary>GET /api/signing-keys/{name}/certificate-request: the request (CSR) for the newest version of a key, for the certificate authority.</summary>
public sealed class RequestCertificate(ISigningKeys keys, CertificateRequests requests)
{
    [Function(nameof(RequestCertificate)), AllowedTo(Role.Administrator), Answers(200, typeof(CertificateRequestAnswer))]
    [Refuses(typeof(SigningRefusals), nameof(SigningRefusals.KeyUnknown), nameof(SigningRefusals.SubjectInvalid))]
    [Reads("subject", "The distinguished name, such as CN=Ủy ban nhân dân phường Điện Biên Phủ, C=VN.", Required = true)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/signing-keys/{name}/certificate-request")] HttpRequest request, string name,
        CancellationToken ct)
    {
        if (!SigningKeyNames.IsValid(name) || await keys.FindAsync(name, null, ct) is not { } key)
        {
            return SigningRefusals.KeyUnknown.With(name).ToProblem();
        }

        return SubjectOf(request.Query["subject"].ToString()) is { } subject
            ? TypedResults.Json(new CertificateRequestAnswer(key.Name, key.Version, await requests.MakeAsync(key, subject, ct)), OfficeJson.Options)
            : SigningRefusals.SubjectInvalid.At("subject").ToProblem();
    }

    private static X500DistinguishedName? SubjectOf(string text)
    {
        try
        {
            return text.Length is > 3 and < 1000 ? new X500DistinguishedName(text) : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}

/// <param name="Version">Which version of the key; name it again when the certificate is imported.</param>
/// <param name="Pem">PKCS #10.</param>
public sealed record CertificateRequestAnswer(string Name, string Version, string Pem);
