using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using PublicAdmin.Embedded.SamplePlatform;
using PublicAdmin.Identity;
using PublicAdmin.Identity.Sessions;
using PublicAdmin.Offices;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;
using PublicAdmin.Platform.Storage;

namespace PublicAdmin.Embedded.DevelopmentSignIn;

/// <summary>
/// GET /dev/personas, POST /dev/tokens, POST /dev/sessions for the pages, the issuer's own documents, and GET /dev/counters and /dev/process for load tests.
/// Not part of the office's API, and for this machine only.
/// </summary>
internal static class DevelopmentEndpoints
{
    public static void MapDevelopmentSignIn(this IEndpointRouteBuilder app)
    {
        var dev = app.MapGroup("/dev").AddEndpointFilter(async (call, next) =>
            IsLocal(call.HttpContext) ? await next(call) : DevelopmentRefusals.OnlyFromThisMachine.With().ToProblem());
        dev.MapGet("/personas", (OfficeDirectory offices, TimeProvider clock) =>
            Json(new { items = Personas.All.Select(persona => Shown(persona, offices, clock.Today())), hint = "POST /dev/tokens {\"persona\": \"mai\"}" }));
        dev.MapPost("/tokens", IssueAsync);
        dev.MapPost("/sessions", BeginAsync);
        dev.MapSamplePlatform();
        dev.MapGet("/counters", (StorageMeter meter) => Json(meter.Totals));
        dev.MapGet("/process", () => Json(ProcessCounters.Read()));
        dev.MapGet("/keys", (DevelopmentKey key) => Json(new { keys = new[] { key.Published() } }));
        dev.MapGet($"/{DevelopmentIssuer.Citizens}/.well-known/openid-configuration",
            (DevelopmentIssuer issuer) => Json(issuer.Discovery(DevelopmentIssuer.Citizens)));
        dev.MapGet($"/{DevelopmentIssuer.Staff}/.well-known/openid-configuration",
            (DevelopmentIssuer issuer) => Json(issuer.Discovery(DevelopmentIssuer.Staff)));
    }

    // By connection, not by what the caller says; a proxy on this machine speaks for others, and a name that is not ours is how
    // a page in a browser reaches round the same-origin rule (DNS rebinding).
    internal static bool IsLocal(HttpContext context) =>
        context.Connection.RemoteIpAddress is { } remote && IPAddress.IsLoopback(remote)
        && context.Connection.LocalIpAddress is { } local && IPAddress.IsLoopback(local)
        && context.Request.Host.Host is "localhost" or "127.0.0.1" or "[::1]"
        && !context.Request.Headers.ContainsKey("X-Forwarded-For") && !context.Request.Headers.ContainsKey("Forwarded");

    private static async Task<IResult> IssueAsync(HttpRequest request, DevelopmentIssuer issuer, CancellationToken ct)
    {
        var read = await request.ReadAsync<PersonaChoice>(ct);
        return !read.Try(out var choice, out var refusal) ? refusal.ToProblem()
            : Personas.Find(choice.Persona) is { } persona ? Json(issuer.Issue(persona))
            : DevelopmentRefusals.PersonaUnknown.At("persona", choice.Persona).ToProblem();
    }

    private static async Task<IResult> BeginAsync(HttpRequest request, SessionStore sessions, SessionCookie cookie, TimeProvider clock, CancellationToken ct)
    {
        var read = await request.ReadAsync<PersonaChoice>(ct);
        if (!read.Try(out var choice, out var refusal) || Personas.Find(choice.Persona) is not { } persona)
        {
            return (refusal ?? DevelopmentRefusals.PersonaUnknown.At("persona", choice?.Persona)).ToProblem();
        }

        var who = new SignedIn(persona.Kind, persona.Id, persona.Name, persona.PersonalNumber, clock.GetUtcNow() + Session.Life, persona.Organisation);
        cookie.Write(request.HttpContext.Response, await sessions.BeginAsync(who, "", null, null, ct), who.Until);
        return TypedResults.NoContent();
    }

    private static object Shown(Persona persona, OfficeDirectory offices, DateOnly today) => new
    {
        persona = persona.Key,
        persona.Kind,
        persona.Name,
        persona.About,
        persona.Role,
        office = persona.OfficeIn(offices, today),
        persona.PersonalNumber,
        persona.Organisation,
    };

    private static IResult Json(object body) => TypedResults.Json(body, OfficeJson.Options);
}

internal sealed record PersonaChoice(string Persona);

internal static class DevelopmentRefusals
{
    public static readonly RefusalCode OnlyFromThisMachine = new(
        RefusalKind.Forbidden, "development-sign-in-local-only", "Đăng nhập thử chỉ dùng được ngay trên máy này.",
        "The development sign-in answers this machine only.");

    public static readonly RefusalCode PersonaUnknown = new(
        RefusalKind.NotFound, "persona-unknown", "Không có nhân vật {0}. Danh sách: GET /dev/personas.",
        "There is no persona {0}. The list: GET /dev/personas.");
}
