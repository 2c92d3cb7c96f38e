using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Identity;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;

namespace PublicAdmin.Audit;

/// <summary>GET /api/audit/key: the public key that the seals of today are signed with, to be kept by whoever wants to check them without us.</summary>
public sealed class GetAuditKey(SealSigner signer)
{
    [Function(nameof(GetAuditKey)), AllowedTo(Role.Anyone), Answers(200, typeof(SealKey))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/audit/key")] HttpRequest request, CancellationToken ct) =>
        TypedResults.Json(SealSigner.Describe(await signer.KeyAsync(ct)), OfficeJson.Options);
}
