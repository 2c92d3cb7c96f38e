using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Identity;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;
using PublicAdmin.Platform.Reference;

namespace PublicAdmin.Offices;

/// <summary>PUT /api/offices/{code}/versions/{validFrom}: an administrator enters how an office will be from a day to come.</summary>
public sealed class PutOfficeVersion(OfficeRegister register)
{
    [Function(nameof(PutOfficeVersion)), AllowedTo(Role.Administrator), Accepts(typeof(OfficeVersion), MaxBytes = ReferenceVersions<OfficeVersion>.MaxBytes)]
    [Answers(200, typeof(OfficeVersion)), Answers(201, typeof(OfficeVersion)), Refuses(typeof(OfficeRefusals)), Refuses(typeof(FieldRefusals))]
    [Reads("If-Match", "The ETag of the version to replace; absent for a new one.", Header = true)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/offices/{code}/versions/{validFrom}")] HttpRequest request,
        string code,
        string validFrom,
        CancellationToken ct)
    {
        var read = await request.ReadAsync<OfficeVersion>(ct);
        if (!read.Try(out var version, out var unreadable))
        {
            return unreadable.ToProblem();
        }

        if (version.Code != code || version.ValidFrom.ToString("O", CultureInfo.InvariantCulture) != validFrom)
        {
            return OfficeRefusals.AddressMismatch.With().ToProblem();
        }

        var written = await register.WriteAsync(version, request.IfMatch(), request.Caller(), ct);
        return written.Try(out var stored, out var refusal) ? Answer(request, stored) : refusal.ToProblem();
    }

    private static IResult Answer(HttpRequest request, StoredVersion<OfficeVersion> stored)
    {
        request.HttpContext.Response.Tag(stored.Tag);
        return TypedResults.Json(
            stored.Value, OfficeJson.Options, statusCode: request.IfMatch() is null ? StatusCodes.Status201Created : StatusCodes.Status200OK);
    }
}
