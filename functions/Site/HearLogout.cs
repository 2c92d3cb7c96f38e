using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Identity;
using PublicAdmin.Identity.Sessions;
using PublicAdmin.Platform.Http;

namespace PublicAdmin.Site;

/// <summary>POST /sign-in/{door}/logout: the issuer tells that somebody signed out there (OpenID Connect Back-Channel Logout 1.0); the pages end too.</summary>
public sealed class HearLogout(SignInDesk desk)
{
    private const int Longest = 16 * 1024;

    [Function(nameof(HearLogout)), AllowedTo(Role.Anyone), Answers(200), Refuses(typeof(SessionRefusals)), Refuses(typeof(IdentityRefusals))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "sign-in/{door}/logout")] HttpRequest request, string door, CancellationToken ct)
    {
        request.HttpContext.Response.Headers.CacheControl = "no-store";
        var token = (await request.ReadFormAsync(Longest, ct))["logout_token"].ToString();
        var refused = SignInDoor.Find(door) is { } found && token.Length > 0 ? await desk.EndAsync(found, token, ct) : SessionRefusals.LogoutTokenWrong.With();
        return refused?.ToProblem() ?? TypedResults.Ok();
    }
}
