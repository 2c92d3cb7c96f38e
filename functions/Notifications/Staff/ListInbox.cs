using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Identity;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;

namespace PublicAdmin.Notifications.Staff;

/// <summary>GET /api/inbox: what the office tells a member of staff, the newest first, with what they have read already.</summary>
public sealed class ListInbox(Inbox inbox, CounterTasks tasks)
{
    [Function(nameof(ListInbox))]
    [AllowedTo(RoleSet.StaffWithTasks)]
    [Answers(200, typeof(PageOf<InboxLine>)), Refuses(typeof(HttpRefusals), nameof(HttpRefusals.QueryInvalid))]
    [Reads("limit", "1 to 100 lines; 20 unless said."), Reads("after", "The cursor of the page before.")]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/inbox")] HttpRequest request, CancellationToken ct)
    {
        if (!PageAsked.Of(request).Try(out var page, out var refusal))
        {
            return refusal.ToProblem();
        }

        var items = await inbox.ListAsync(request.Caller(), page.Limit, page.After, ct);
        var next = items.Count == page.Limit ? PageAsked.CursorOf(items[^1].Id) : null;
        var words = await Task.WhenAll(items.Select(item => tasks.WordsAsync(item, ct)));
        return TypedResults.Json(
            new PageOf<InboxLine>([.. items.Zip(words, (item, said) => InboxLine.Of(item, said, request.Language())).OfType<InboxLine>()], next),
            OfficeJson.Options);
    }
}

/// <summary>One line of the inbox in the reader's language.</summary>
public sealed record InboxLine(string Id, DateTimeOffset At, string Letter, string? Code, string Subject, string Body, bool Read)
{
    /// <returns>Null for a line that has nothing to say any more.</returns>
    public static InboxLine? Of(InboxItem item, InboxWords? words, Language language) => words is null ? null : new(
        RequestKeysOf(item.Id), item.At.Here(), item.Letter, item.Code, words.Subject.In(language), words.Body.In(language), item.Read);

    // Keys hold a bar; as a cursor they are safe in an address.
    private static string RequestKeysOf(string key) => PageAsked.CursorOf(key);
}
