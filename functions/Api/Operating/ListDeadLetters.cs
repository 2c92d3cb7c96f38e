using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Identity;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;
using PublicAdmin.Platform.Messages;

namespace PublicAdmin.Api.Operating;

/// <summary>GET /api/dead-letters/{queue}: the messages of a queue nobody could handle, oldest first, for the administrator of the province.</summary>
public sealed class ListDeadLetters(IDeadLetters letters)
{
    [Function(nameof(ListDeadLetters)), AllowedTo(Role.Administrator)]
    [Answers(200, typeof(IReadOnlyList<BuriedMessage>)), Refuses(typeof(DeadLetterRefusals)), Refuses(typeof(HttpRefusals), nameof(HttpRefusals.QueryInvalid))]
    [Reads("limit", "1 to 100, 20 unless said."), Reads("after", "The sequence behind which the page begins.")]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/dead-letters/{queue}")] HttpRequest request, string queue, CancellationToken ct)
    {
        var unreadable = HttpQueries.First(request.Read("limit", PageAsked.MaxLimit, out var limit), request.Read("after", int.MaxValue, out var after));
        if ((DeadLetterRefusals.FirstBroken(request, queue) ?? unreadable) is { } refusal)
        {
            return refusal.ToProblem();
        }

        var found = await letters.ListAsync(queue, after ?? 0, limit ?? PageAsked.DefaultLimit, ct);
        return TypedResults.Json(found.Select(BuriedMessage.Of), OfficeJson.Options);
    }
}

/// <summary>A dead letter without its body, which is for handlers and not for eyes.</summary>
/// <param name="Sequence">Names it for the replay.</param>
/// <param name="Reason">A stable code, or the broker's own word such as MaxDeliveryCountExceeded.</param>
public sealed record BuriedMessage(long Sequence, string Id, string? Session, int DeliveryCount, string Reason, string Description, DateTimeOffset DeadSince)
{
    public static BuriedMessage Of(DeadLetter letter) =>
        new(letter.Sequence, letter.Id, letter.Session, letter.DeliveryCount, letter.Reason, letter.Description, letter.DeadSince.Here());
}
