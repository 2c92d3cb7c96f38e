using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Identity;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;

namespace PublicAdmin.Documents.Uploads;

/// <summary>
/// POST /api/uploads: announces a file and learns which of its chunks are still to be sent; none, when the same person sent these bytes before.
/// </summary>
public sealed class StartUpload(UploadDesk desk)
{
    [Function(nameof(StartUpload)), AllowedTo(Role.Citizen, Role.Clerk, Role.System), Accepts(typeof(UploadForm))]
    [Answers(200, typeof(UploadView)), Refuses(typeof(UploadRefusals)), Refuses(typeof(HttpRefusals))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/uploads")] HttpRequest request, CancellationToken ct)
    {
        var read = await request.ReadAsync<UploadForm>(ct);
        if (!read.Try(out var form, out var unreadable))
        {
            return unreadable.ToProblem();
        }

        var started = await desk.StartAsync(form, request.Caller(), ct);
        return started.Try(out var upload, out var refusal) ? TypedResults.Json(upload, OfficeJson.Options) : refusal.ToProblem();
    }
}
