using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Identity;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;

namespace PublicAdmin.Signing.Certificates.Purposes;

/// <summary>
/// GET /api/certificate-purposes: what certificates must be for, root by root, past and to come, so that anybody can check papers without us.
/// </summary>
public sealed class ListCertificatePurposes(PurposeBook book)
{
    [Function(nameof(ListCertificatePurposes)), AllowedTo(Role.Anyone), Answers(200, typeof(IReadOnlyList<PurposeVersion>))]
    public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/certificate-purposes")] HttpRequest request)
    {
        var caller = request.Caller();
        var sees = caller.Has(Role.Administrator) || caller.Has(Role.Auditor);
        return TypedResults.Json(book.Versions.Select(version => (sees ? version : version with { EnteredBy = null }).Shown()).ToList(), OfficeJson.Options);
    }
}
