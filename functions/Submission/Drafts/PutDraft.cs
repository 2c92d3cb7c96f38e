using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Identity;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;

namespace PublicAdmin.Submission.Drafts;

/// <summary>PUT /api/drafts/{id}: saves a form begun and not yet sent; the device names it, and any device of the citizen goes on with it.</summary>
public sealed class PutDraft(DraftDesk desk)
{
    [Function(nameof(PutDraft)), AllowedTo(Role.Citizen), Accepts(typeof(DraftForm), MaxBytes = DraftDesk.MaxBytes + 4096)]
    [Answers(200, typeof(DraftSummary)), Answers(201, typeof(DraftSummary)), Refuses(typeof(DraftRefusals)), Refuses(typeof(FieldRefusals))]
    [Refuses(typeof(HttpRefusals))]
    [Reads("If-Match", "The ETag of the version the device last saw; absent for a new draft.", Header = true)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/drafts/{id}")] HttpRequest request, string id, CancellationToken ct)
    {
        var read = await request.ReadAsync<DraftForm>(ct);
        if (!read.Try(out var form, out var unreadable))
        {
            return unreadable.ToProblem();
        }

        var saved = await desk.SaveAsync(id, form, request.IfMatch(), request.Caller(), ct);
        if (!saved.Try(out var draft, out var refusal))
        {
            return refusal.ToProblem();
        }

        request.HttpContext.Response.Tag(draft.Version.ToString(CultureInfo.InvariantCulture));
        return TypedResults.Json(draft, OfficeJson.Options, statusCode: draft.Version == 1 ? StatusCodes.Status201Created : StatusCodes.Status200OK);
    }
}
