using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Identity;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;

namespace PublicAdmin.Signing.Certificates.Purposes;

/// <summary>GET /api/certificate-purposes/{root}/versions/{validFrom}: one version an administrator entered, with the ETag a change must carry.</summary>
public sealed class GetCertificatePurposes(PurposeRegister register)
{
    [Function(nameof(GetCertificatePurposes)), AllowedTo(Role.Administrator)]
    [Answers(200, typeof(PurposeVersion)), Refuses(typeof(PurposeRefusals), nameof(PurposeRefusals.VersionUnknown))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/certificate-purposes/{root}/versions/{validFrom}")] HttpRequest request,
        string root,
        string validFrom,
        CancellationToken ct)
    {
        if (HttpQueries.Day(validFrom) is not { } day || await register.FindAsync(root, day, ct) is not { } found)
        {
            return PurposeRefusals.VersionUnknown.With().ToProblem();
        }

        request.HttpContext.Response.Tag(found.Tag);
        return TypedResults.Json(found.Value.Shown(), OfficeJson.Options);
    }
}
