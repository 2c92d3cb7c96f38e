using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Identity;
using PublicAdmin.Identity.Sessions;
using PublicAdmin.Platform.Http;

namespace PublicAdmin.Site;

/// <summary>GET /sign-in/{door}/return: the browser comes back from the issuer with a code, is signed in and goes on.</summary>
public sealed class FinishSignIn(SignInDesk desk)
{
    [Function(nameof(FinishSignIn)), AllowedTo(Role.Anyone), Answers(302), Refuses(typeof(SessionRefusals)), Refuses(typeof(IdentityRefusals))]
    [Reads("code", "What the issuer gave."), Reads("state", "What the sign-in began with.")]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "sign-in/{door}/return")] HttpRequest request, string door, CancellationToken ct)
    {
        request.HttpContext.Response.Headers.CacheControl = "no-store";
        if (SignInDoor.Find(door) is not { } found || request.Query["code"].ToString() is not { Length: > 0 } code)
        {
            return TypedResults.Redirect($"/sign-in?refused={Uri.EscapeDataString(request.Query["error"].ToString())}");
        }

        var finished = await desk.FinishAsync(found, code, request.Query["state"].ToString(), request.HttpContext, ct);
        return TypedResults.Redirect(finished.Try(out var to, out var refusal) ? to : $"/sign-in?refused={refusal.Code}");
    }
}
