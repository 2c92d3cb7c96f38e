using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Identity;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;

namespace PublicAdmin.Documents.Uploads;

/// <summary>POST /api/uploads/{id}/completion: all chunks are sent; the whole is verified and becomes a paper. Asked again, it answers the same.</summary>
public sealed class CompleteUpload(UploadCompletion completion)
{
    [Function(nameof(CompleteUpload)), AllowedTo(Role.Citizen, Role.Clerk, Role.System)]
    [Answers(200, typeof(UploadView)), Refuses(typeof(UploadRefusals))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/uploads/{id}/completion")] HttpRequest request, string id, CancellationToken ct)
    {
        var completed = UploadId.TryParse(id, out var upload) ? await completion.CompleteAsync(upload, request.Caller(), ct) : UploadRefusals.NotFound;
        return completed.Try(out var view, out var refusal) ? TypedResults.Json(view, OfficeJson.Options) : refusal.ToProblem();
    }
}
