using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Identity;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;

namespace PublicAdmin.Notifications;

/// <summary>PUT /api/me/notifications: a citizen says how to be told. Letters the law asks for come in any case.</summary>
public sealed class PutPreferences(PreferenceStore preferences)
{
    [Function(nameof(PutPreferences)), AllowedTo(Role.Citizen), Accepts(typeof(Preferences))]
    [Answers(200, typeof(Preferences)), Refuses(typeof(HttpRefusals)), Refuses(typeof(NotificationRefusals), nameof(NotificationRefusals.NoPersonalNumber))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/me/notifications")] HttpRequest request, CancellationToken ct)
    {
        if (request.Caller().PartyNumber is not { } number)
        {
            return NotificationRefusals.NoPersonalNumber.With().ToProblem();
        }

        if (!(await request.ReadAsync<Preferences>(ct)).Try(out var wanted, out var refusal))
        {
            return refusal.ToProblem();
        }

        await preferences.PutAsync(number, wanted, ct);
        return TypedResults.Json(wanted, OfficeJson.Options);
    }
}
