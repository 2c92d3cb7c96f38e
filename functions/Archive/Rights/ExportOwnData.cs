using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Documents.Uploads;
using PublicAdmin.Identity;
using PublicAdmin.Platform.Http;
using PublicAdmin.Results;
using PublicAdmin.Signing;

namespace PublicAdmin.Archive.Rights;

/// <summary>
/// GET /api/me/export: everything held about whoever is signed in, as a ZIP sealed by the province's center: dossiers with their papers, history and who
/// looked, the store of papers, drafts, look-ups, wishes.
/// </summary>
public sealed class ExportOwnData(OwnExport export)
{
    [Function(nameof(ExportOwnData)), AllowedTo(Role.Citizen), Limited("own-export", 5, 60)]
    [Answers(200, typeof(byte[]), ContentType = "application/zip"), Refuses(typeof(UploadRefusals), nameof(UploadRefusals.NoPersonalNumber))]
    [Refuses(typeof(SigningRefusals)), Refuses(typeof(ResultRefusals), nameof(ResultRefusals.VaultBusy))]
    [Refuses(typeof(HttpRefusals), nameof(HttpRefusals.TooManyAttempts))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/me/export")] HttpRequest request, CancellationToken ct)
    {
        var made = await export.MakeAsync(request.Caller(), ct);
        if (!made.Try(out var zip, out var refusal))
        {
            return refusal.ToProblem();
        }

        request.HttpContext.Response.Headers.CacheControl = "no-store";
        return TypedResults.File(zip, "application/zip", "du-lieu-cua-toi.zip");
    }
}
