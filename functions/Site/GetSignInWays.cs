using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Options;
using PublicAdmin.Identity;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;

namespace PublicAdmin.Site;

/// <summary>GET /api/sign-in: who signs citizens and staff in here, for the page that leads people there.</summary>
public sealed class GetSignInWays(IOptions<IdentitySettings> settings)
{
    [Function(nameof(GetSignInWays)), AllowedTo(Role.Anyone), Answers(200, typeof(SignInWays))]
    public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/sign-in")] HttpRequest request) =>
        TypedResults.Json(new SignInWays(AuthorityOf(settings.Value.Citizens), AuthorityOf(settings.Value.Staff)), OfficeJson.Options);

    private static string? AuthorityOf(IssuerSettings door) => door.IsOpen ? door.Authority : null;
}

/// <param name="Citizens">The issuer of citizens' tokens (OpenID Connect Discovery 1.0); null while that door is closed.</param>
/// <param name="Staff">The issuer of staff's tokens; null while that door is closed.</param>
public sealed record SignInWays(string? Citizens, string? Staff);
