using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Deadlines.Calendar;
using PublicAdmin.Identity;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;

namespace PublicAdmin.Notifications;

/// <summary>
/// GET /api/calendar-impact/letters: the letters drafted to citizens whose date a changed calendar touches, to be read before they are confirmed.
/// </summary>
public sealed class ListCalendarLetters(CalendarLetters letters)
{
    internal const int AtOnce = 200;

    [Function(nameof(ListCalendarLetters)), AllowedTo(Role.Administrator), Answers(200, typeof(CalendarLetterList))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/calendar-impact/letters")] HttpRequest request, CancellationToken ct)
    {
        var drafts = await letters.DraftsAsync(ct).Take(AtOnce + 1).ToListAsync(ct);
        var shown = drafts.Take(AtOnce).Select(draft => new CalendarLetterDraft(
            draft.Line.Code.ToString(), draft.Line.Effect, draft.Line.PromisedAt, draft.Line.ReadyBy, draft.Subject.In(request.Language()),
            draft.Body.In(request.Language())));
        return TypedResults.Json(new CalendarLetterList([.. shown], drafts.Count > AtOnce), OfficeJson.Options);
    }
}

/// <param name="More">There are more: confirm these, then ask again.</param>
public sealed record CalendarLetterList(IReadOnlyList<CalendarLetterDraft> Drafts, bool More);

/// <param name="Subject">In the caller's language; the citizen gets their own.</param>
public sealed record CalendarLetterDraft(string Code, CalendarEffect Effect, DateTimeOffset PromisedAt, DateTimeOffset ReadyBy, string Subject, string Body);
