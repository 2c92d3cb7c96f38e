using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Identity;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;
using PublicAdmin.Platform.Reference;

namespace PublicAdmin.Signing.Certificates.Purposes;

/// <summary>
/// PUT /api/certificate-purposes/{root}/versions/{validFrom}: the province's administrator enters what the certificates below a root (* for all others) must
/// be for, from a day to come. What was signed before with a timestamp keeps its verdict;
/// without one nobody can tell when it was signed, and the rule of today holds.
/// </summary>
public sealed class PutCertificatePurposes(PurposeRegister register)
{
    [Function(nameof(PutCertificatePurposes)), AllowedTo(Role.Administrator)]
    [Accepts(typeof(PurposeVersion), MaxBytes = ReferenceVersions<PurposeVersion>.MaxBytes)]
    [Answers(200, typeof(PurposeVersion)), Answers(201, typeof(PurposeVersion))]
    [Refuses(typeof(SigningRefusals), nameof(SigningRefusals.ProvinceOnly)), Refuses(typeof(FieldRefusals)), Refuses(typeof(HttpRefusals))]
    [Refuses(typeof(PurposeRefusals))]
    [Reads("If-Match", "The ETag of the version to replace; absent for a new one.", Header = true)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/certificate-purposes/{root}/versions/{validFrom}")] HttpRequest request,
        string root,
        string validFrom,
        CancellationToken ct)
    {
        if (!(await request.ReadAsync<PurposeVersion>(ct)).Try(out var version, out var unreadable))
        {
            return unreadable.ToProblem();
        }

        if (!string.Equals(version.Root, root, StringComparison.OrdinalIgnoreCase) || version.ValidFrom != HttpQueries.Day(validFrom))
        {
            return PurposeRefusals.AddressMismatch.With().ToProblem();
        }

        return (await register.WriteAsync(version, request.IfMatch(), request.Caller(), ct)).Try(out var stored, out var refusal)
            ? Answer(request, stored) : refusal.ToProblem();
    }

    private static IResult Answer(HttpRequest request, StoredVersion<PurposeVersion> stored)
    {
        request.HttpContext.Response.Tag(stored.Tag);
        return TypedResults.Json(
            stored.Value.Shown(), OfficeJson.Options, statusCode: request.IfMatch() is null ? StatusCodes.Status201Created : StatusCodes.Status200OK);
    }
}
