using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Identity;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;

namespace PublicAdmin.Submission.Drafts;

/// <summary>GET /api/drafts: what a citizen has begun and not yet sent, the latest first.</summary>
public sealed class ListDrafts(DraftDesk desk)
{
    [Function(nameof(ListDrafts)), AllowedTo(Role.Citizen), Answers(200, typeof(IReadOnlyList<DraftSummary>))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/drafts")] HttpRequest request, CancellationToken ct) =>
        TypedResults.Json(await desk.ListAsync(request.Caller(), ct), OfficeJson.Options);
}
