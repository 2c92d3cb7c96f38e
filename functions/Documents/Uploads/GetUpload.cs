using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Identity;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;

namespace PublicAdmin.Documents.Uploads;

/// <summary>GET /api/uploads/{id}: how far an upload is, from any device of the same person, and what its check told.</summary>
public sealed class GetUpload(UploadDesk desk)
{
    [Function(nameof(GetUpload)), AllowedTo(Role.Citizen, Role.Clerk, Role.System)]
    [Answers(200, typeof(UploadView)), Refuses(typeof(UploadRefusals), nameof(UploadRefusals.NotFound))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/uploads/{id}")] HttpRequest request, string id, CancellationToken ct)
    {
        var found = UploadId.TryParse(id, out var upload) ? await desk.FindAsync(upload, request.Caller(), ct) : UploadRefusals.NotFound;
        return found.Try(out var view, out var refusal) ? TypedResults.Json(view, OfficeJson.Options) : refusal.ToProblem();
    }
}
