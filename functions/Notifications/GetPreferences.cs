using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Identity;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;

namespace PublicAdmin.Notifications;

/// <summary>GET /api/me/notifications: how a citizen is told.</summary>
public sealed class GetPreferences(PreferenceStore preferences)
{
    [Function(nameof(GetPreferences)), AllowedTo(Role.Citizen)]
    [Answers(200, typeof(Preferences)), Refuses(typeof(NotificationRefusals), nameof(NotificationRefusals.NoPersonalNumber))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/me/notifications")] HttpRequest request, CancellationToken ct) =>
        request.Caller().PartyNumber is { } number
            ? TypedResults.Json(await preferences.FindAsync(number, ct), OfficeJson.Options)
            : NotificationRefusals.NoPersonalNumber.With().ToProblem();
}
