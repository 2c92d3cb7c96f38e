using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;

namespace PublicAdmin.Identity;

/// <summary>GET /api/me: who the office takes the caller for, what the caller may do where and until when, and in which language it answers.</summary>
public sealed class GetMe
{
    [Function(nameof(GetMe)), AllowedTo(Role.Anyone), Answers(200, typeof(Me)), Refuses(typeof(IdentityRefusals))]
    public Task<IResult> RunAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/me")] HttpRequest request, CancellationToken ct)
    {
        var caller = request.Caller();
        request.HttpContext.Response.Headers.CacheControl = "no-store";
        return Task.FromResult<IResult>(TypedResults.Json(
            new Me(caller.Kind, caller.Id, caller.Name, caller.PersonalNumber, caller.Organisation, caller.Duties, request.Language(),
                request.HttpContext.Features.Get<SignedIn>()?.Until.Here()), OfficeJson.Options));
    }
}

/// <summary>The caller as the office sees them.</summary>
/// <param name="Id">Stable; not a name.</param>
/// <param name="PersonalNumber">A citizen's own 12-digit number; of an organisation's account, its representative's.</param>
/// <param name="Organisation">The enterprise code, when signed in for an organisation.</param>
/// <param name="Duties">Today's, those lent by colleagues included.</param>
/// <param name="SignedInUntil">When a sign-in on the pages ends; null for a bearer token.</param>
public sealed record Me(
    CallerKind Kind, string Id, string Name, string? PersonalNumber, string? Organisation, IReadOnlyList<Duty> Duties, Language Language,
    DateTimeOffset? SignedInUntil = null);
