using System.Buffers.Text;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Identity;
using PublicAdmin.Platform.Http;

namespace PublicAdmin.Notifications.Staff;

/// <summary>PUT /api/inbox/{id}/read: a member of staff has read a line of the inbox.</summary>
public sealed class ReadInboxItem(Inbox inbox)
{
    private const int MaxId = 200;

    [Function(nameof(ReadInboxItem))]
    [AllowedTo(RoleSet.StaffWithTasks)]
    [Answers(204), Refuses(typeof(NotificationRefusals), nameof(NotificationRefusals.InboxItemUnknown))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/inbox/{id}/read")] HttpRequest request, string id, CancellationToken ct)
    {
        if (id.Length > MaxId || !Base64Url.IsValid(id) || Encoding.UTF8.GetString(Base64Url.DecodeFromChars(id)) is not [>= '0' and <= '9', ..] key
            || key.AsSpan().ContainsAny("/\\#?\uFFFD"))
        {
            return NotificationRefusals.InboxItemUnknown.With().ToProblem();
        }

        await inbox.MarkReadAsync(request.Caller(), key, ct);
        return TypedResults.NoContent();
    }
}
