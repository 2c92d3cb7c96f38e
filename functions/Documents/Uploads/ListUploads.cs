using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Identity;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;

namespace PublicAdmin.Documents.Uploads;

/// <summary>GET /api/uploads: what a citizen has begun to send and not finished, to go on with on another device.</summary>
public sealed class ListUploads(UploadDesk desk)
{
    [Function(nameof(ListUploads)), AllowedTo(Role.Citizen)]
    [Answers(200, typeof(IReadOnlyList<UploadView>)), Refuses(typeof(UploadRefusals), nameof(UploadRefusals.NoPersonalNumber))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/uploads")] HttpRequest request, CancellationToken ct)
    {
        var listed = await desk.ListOpenAsync(request.Caller(), ct);
        return listed.Try(out var uploads, out var refusal) ? TypedResults.Json(uploads, OfficeJson.Options) : refusal.ToProblem();
    }
}
