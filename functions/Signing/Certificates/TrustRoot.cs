using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Identity;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;
using PublicAdmin.Signing.Status;

namespace PublicAdmin.Signing.Certificates;

/// <summary>POST /api/trusted-roots: trusts one more root, such as that of a timestamp authority, whose certificates sign no paper of ours.</summary>
public sealed class TrustRoot(TrustedRoots roots)
{
    [Function(nameof(TrustRoot)), AllowedTo(Role.Administrator), Accepts(typeof(RootForm)), Answers(200, typeof(TrustedRoot))]
    [Refuses(typeof(SigningRefusals), nameof(SigningRefusals.ProvinceOnly), nameof(SigningRefusals.RootUnreadable)), Refuses(typeof(HttpRefusals))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/trusted-roots")] HttpRequest request, CancellationToken ct)
    {
        if (!request.Caller().Has(Role.Administrator, Duty.Everywhere))
        {
            return SigningRefusals.ProvinceOnly.With().ToProblem();
        }

        var read = await request.ReadAsync<RootForm>(ct);
        if (!read.Try(out var form, out var unreadable))
        {
            return unreadable.ToProblem();
        }

        if (RootOf(form.Pem) is not { } root)
        {
            return SigningRefusals.RootUnreadable.At("pem").ToProblem();
        }

        await roots.AddAsync(root, ct);
        return TypedResults.Json(TrustedRoot.Of(root), OfficeJson.Options);
    }

    private static X509Certificate2? RootOf(string pem)
    {
        try
        {
            var root = X509Certificate2.CreateFromPem(pem);
            return Issuance.By(root, root) ? root : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}

/// <param name="Pem">One self-signed certificate.</param>
public sealed record RootForm(string Pem);

/// <param name="Thumbprint">SHA-256 of the certificate, hexadecimal: compare it with what the authority published.</param>
public sealed record TrustedRoot(string Subject, string Thumbprint, DateTimeOffset ValidTo, string Pem)
{
    public static TrustedRoot Of(X509Certificate2 root) =>
        new(root.Subject, root.GetCertHashString(HashAlgorithmName.SHA256), root.NotAfter, root.ExportCertificatePem());
}
