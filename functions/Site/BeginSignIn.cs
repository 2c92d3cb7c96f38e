using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Identity;
using PublicAdmin.Identity.Sessions;
using PublicAdmin.Platform.Http;

namespace PublicAdmin.Site;

/// <summary>GET /sign-in/{door}: leads a browser to the issuer of citizens or of staff, to sign in there and come back.</summary>
public sealed class BeginSignIn(SignInDesk desk)
{
    [Function(nameof(BeginSignIn)), AllowedTo(Role.Anyone), Answers(302), Refuses(typeof(SessionRefusals)), Refuses(typeof(IdentityRefusals))]
    [Reads("to", "The path of ours to go on to.")]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "sign-in/{door}")] HttpRequest request, string door, CancellationToken ct)
    {
        request.HttpContext.Response.Headers.CacheControl = "no-store";
        var begun = SignInDoor.Find(door) is { } found
            ? await desk.BeginAsync(found, request.Query["to"].ToString(), request.HttpContext.Response, ct) : SessionRefusals.DoorClosed;
        return begun.Try(out var address, out var refusal) ? TypedResults.Redirect(address) : refusal.ToProblem();
    }
}
