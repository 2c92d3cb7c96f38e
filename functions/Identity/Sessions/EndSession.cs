using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;

namespace PublicAdmin.Identity.Sessions;

/// <summary>DELETE /api/session: signs out on the pages, in every tab of the browser; and says where to sign out at the issuer too.</summary>
public sealed class EndSession(SessionDoor door, SessionStore sessions, SessionCookie cookie, OpenIdIssuers issuers)
{
    [Function(nameof(EndSession)), AllowedTo(Role.Anyone), Answers(200, typeof(Farewell))]
    [Reads(SessionDoor.Header, "site: only a page of the office's own may sign somebody out.", Header = true)]
    public async Task<IResult> RunAsync([HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "api/session")] HttpRequest request, CancellationToken ct)
    {
        if (await door.FindAsync(request, ct) is not { } session)
        {
            return TypedResults.Json(new Farewell(null), OfficeJson.Options);
        }

        await sessions.EndAsync(session, ct);
        cookie.Clear(request.HttpContext.Response);
        return TypedResults.Json(new Farewell(await issuers.EndOfAsync(session, ct)), OfficeJson.Options);
    }
}

/// <param name="EndSession">
/// Where the browser goes to end the sign-in at the issuer (OpenID Connect RP-Initiated Logout 1.0); null when there is no such place.
/// </param>
public sealed record Farewell(string? EndSession);
