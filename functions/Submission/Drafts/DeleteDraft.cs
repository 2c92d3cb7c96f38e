using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Identity;
using PublicAdmin.Platform.Http;

namespace PublicAdmin.Submission.Drafts;

/// <summary>DELETE /api/drafts/{id}: throws a citizen's own draft away, usually because it was filed.</summary>
public sealed class DeleteDraft(DraftDesk desk)
{
    [Function(nameof(DeleteDraft)), AllowedTo(Role.Citizen)]
    [Answers(204), Refuses(typeof(DraftRefusals), nameof(DraftRefusals.Changed))]
    [Reads("If-Match", "The ETag of the version the device last saw; absent to delete whatever is there.", Header = true)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "api/drafts/{id}")] HttpRequest request, string id, CancellationToken ct) =>
        await desk.DeleteAsync(id, request.IfMatch(), request.Caller(), ct) is { } refusal ? refusal.ToProblem() : TypedResults.NoContent();
}
