using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Identity;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;

namespace PublicAdmin.Submission.Drafts;

/// <summary>GET /api/drafts/{id}: a citizen's own draft, to go on with.</summary>
public sealed class GetDraft(DraftDesk desk)
{
    [Function(nameof(GetDraft)), AllowedTo(Role.Citizen)]
    [Answers(200, typeof(DraftView)), Refuses(typeof(DraftRefusals), nameof(DraftRefusals.NotFound))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/drafts/{id}")] HttpRequest request, string id, CancellationToken ct)
    {
        var found = await desk.FindAsync(id, request.Caller(), ct);
        if (!found.Try(out var draft, out var refusal))
        {
            return refusal.ToProblem();
        }

        request.HttpContext.Response.Tag(draft.Version.ToString(CultureInfo.InvariantCulture));
        return TypedResults.Json(draft, OfficeJson.Options);
    }
}
