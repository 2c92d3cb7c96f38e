using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Identity;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;
using PublicAdmin.Signing;

namespace PublicAdmin.Results;

/// <summary>GET /api/verification-key: the public key that QR codes can be checked with offline.</summary>
public sealed class GetVerificationKey(ISigningKeys keys)
{
    [Function(nameof(GetVerificationKey)), AllowedTo(Role.Anyone), Answers(200, typeof(VerificationKey))]
    [Refuses(typeof(SigningRefusals), nameof(SigningRefusals.KeyUnknown))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/verification-key")] HttpRequest request, CancellationToken ct) =>
        await keys.FindAsync(QrTokens.Key, null, ct) is { } key
            ? TypedResults.Json(new VerificationKey(key.Version, key.Algorithm, PemEncoding.WriteString("PUBLIC KEY", key.PublicKey.Span)), OfficeJson.Options)
            : SigningRefusals.KeyUnknown.With(QrTokens.Key).ToProblem();
}

/// <summary>A QR code holds base64url(payload) "." base64url(signature); the payload is JSON and names the version in <c>k</c>.</summary>
/// <param name="Pem">SubjectPublicKeyInfo.</param>
public sealed record VerificationKey(string Version, SigningAlgorithm Algorithm, string Pem);
