using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Identity;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;

namespace PublicAdmin.Signing.Certificates;

/// <summary>GET /api/trusted-roots: the roots papers are checked against, so that anybody can check them without us.</summary>
public sealed class ListTrustedRoots(TrustedRoots roots)
{
    [Function(nameof(ListTrustedRoots)), AllowedTo(Role.Anyone), Answers(200, typeof(IReadOnlyList<TrustedRoot>))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/trusted-roots")] HttpRequest request, CancellationToken ct) =>
        TypedResults.Json((await roots.AllAsync(ct)).Select(TrustedRoot.Of).ToList(), OfficeJson.Options);
}
