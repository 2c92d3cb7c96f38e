using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Identity;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;

namespace PublicAdmin.Signing.Certificates;

/// <summary>PUT /api/signing-keys/{name}/certificate: imports the chain the authority issued; from then on the key signs with it.</summary>
public sealed class ImportCertificate(ISigningKeys keys, SigningCertificates certificates)
{
    [Function(nameof(ImportCertificate)), AllowedTo(Role.Administrator), Accepts(typeof(CertificateForm)), Answers(200, typeof(CertificateAnswer))]
    [Refuses(typeof(SigningRefusals)), Refuses(typeof(HttpRefusals))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/signing-keys/{name}/certificate")] HttpRequest request, string name,
        CancellationToken ct)
    {
        // Who may import chooses whom everybody trusts: an administrator of one commune may not.
        if (!request.Caller().Has(Role.Administrator, Duty.Everywhere))
        {
            return SigningRefusals.ProvinceOnly.With().ToProblem();
        }

        var read = await request.ReadAsync<CertificateForm>(ct);
        if (!read.Try(out var form, out var unreadable))
        {
            return unreadable.ToProblem();
        }

        if (!SigningKeyNames.IsValid(name) || await keys.FindAsync(name, form.Version, ct) is not { } key)
        {
            return SigningRefusals.KeyUnknown.With(name).ToProblem();
        }

        var imported = await certificates.ImportAsync(key, form.Pem, ct);
        return imported.Try(out var identity, out var refusal) ? TypedResults.Json(CertificateAnswer.Of(identity), OfficeJson.Options) : refusal.ToProblem();
    }
}

/// <param name="Pem">The key's certificate first, the root last.</param>
/// <param name="Version">Of the key the certificate was issued for; the newest when absent.</param>
public sealed record CertificateForm(string Pem, string? Version = null);

/// <param name="SerialNumber">Hexadecimal.</param>
public sealed record CertificateAnswer(string Name, string Version, string Subject, string SerialNumber, DateTimeOffset ValidFrom, DateTimeOffset ValidTo)
{
    public static CertificateAnswer Of(SigningIdentity identity) => new(
        identity.Key.Name,
        identity.Key.Version,
        identity.Certificate.Subject,
        identity.Certificate.SerialNumber,
        identity.Certificate.NotBefore,
        identity.Certificate.NotAfter);
}
