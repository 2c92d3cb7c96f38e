using System.Collections.Concurrent;
using System.Reflection;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using PublicAdmin.Identity;
using PublicAdmin.Identity.Sessions;
using PublicAdmin.Offices;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;

namespace PublicAdmin.Api;

/// <summary>
/// The one door to every HTTP function, the same in both editions and closed by default: finds out who calls,
/// what the staff directory lets them do today, and whether the function is for one of those roles.
/// In which office is asked later, of the dossier or list itself.
/// </summary>
public sealed class Gate(Tokens tokens, SessionDoor sessions, StaffDirectory staff, RateLimits limits, ClientAddress clients, TimeProvider clock)
{
    /// <summary>Wrong tokens of one client in ten minutes. A right one is always let in: many people can share one address.</summary>
    internal static readonly RateLimit WrongTokens = new("sign-in", 100, TimeSpan.FromMinutes(10));

    private static readonly ConcurrentDictionary<MethodInfo, IReadOnlyList<Role>> Allowed = new();
    private static readonly ConcurrentDictionary<MethodInfo, RateLimit?> Limits = new();

    /// <summary>Lets the caller in, and tells the function who it is (<see cref="Callers.Caller"/>), or says why not.</summary>
    public async Task<Refusal?> AdmitAsync(HttpContext context, MethodInfo function)
    {
        if ((SentText.FirstBroken(context.Request) ?? Preconditions.FirstBroken(context.Request)) is { } broken)
        {
            return broken;
        }

        var known = await IdentifyAsync(context, context.Request.Headers.Authorization, context.RequestAborted);
        if (!known.Try(out var caller, out var refusal))
        {
            return await CountedAsync(context, refusal) ?? Challenged(context, refusal);
        }

        context.Features.Set(caller);
        return Check(RolesOf(function), caller) is { } denied ? Challenged(context, denied) : await SpentAsync(context, function, caller);
    }

    /// <summary>Whether a caller may use a function for these roles. No roles, no entry.</summary>
    internal static Refusal? Check(IReadOnlyList<Role> allowed, Caller caller) =>
        allowed.Contains(Role.Anyone) || allowed.Any(caller.Has) ? null
        : (caller.Kind is CallerKind.Nobody ? IdentityRefusals.SignInFirst : IdentityRefusals.NotYourTask).With();

    private static IReadOnlyList<Role> RolesOf(MethodInfo function) =>
        Allowed.GetOrAdd(function, method => method.GetCustomAttribute<AllowedToAttribute>()?.Roles ?? []);

    // Counted before the work is done, and whatever comes of it: it is the work that costs.
    private async ValueTask<Refusal?> SpentAsync(HttpContext context, MethodInfo function, Caller caller)
    {
        if (Limits.GetOrAdd(function, method => method.GetCustomAttribute<LimitedAttribute>()?.Limit) is not { } limit)
        {
            return null;
        }

        var client = caller.Kind is CallerKind.Nobody ? clients.KeyOf(context.Request) : caller.Id;
        return limits.Check(limit, client) ?? await limits.SpendAsync(limit, client, context.RequestAborted);
    }

    // A token that is wrong is refused even where none is needed: its owner believes to be signed in.
    private async ValueTask<Result<Caller>> IdentifyAsync(HttpContext context, StringValues authorization, CancellationToken ct)
    {
        if (authorization.Count == 0)
        {
            return await sessions.FindAsync(context.Request, ct) is { } session ? await DutiesOfAsync(Noted(context, session.Who), ct) : Caller.Nobody;
        }

        if (authorization.Count > 1 || authorization[0] is not { } header || !header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase))
        {
            return IdentityRefusals.SchemeUnknown;
        }

        var read = await tokens.ReadAsync(header["Bearer ".Length..].Trim(), ct);
        return read.Try(out var signedIn, out var refusal) ? await DutiesOfAsync(signedIn, ct) : refusal;
    }

    // When a sign-in on the pages ends, its page wants to say in time.
    private static SignedIn Noted(HttpContext context, SignedIn who)
    {
        context.Features.Set(who);
        return who;
    }

    // A program never works with a person's appointment nor a person with a program's, whatever the directory says.
    private async ValueTask<Caller> DutiesOfAsync(SignedIn who, CancellationToken ct)
    {
        IReadOnlyList<Duty> duties = who.Kind is CallerKind.Citizen
            ? [new Duty(Role.Citizen, Duty.Everywhere)]
            : [.. (await staff.DutiesAsync(who.Id, clock.Today(), ct)).Where(duty => (duty.Role is Role.System) == (who.Kind is CallerKind.System))];
        return new Caller(who.Kind, who.Id, who.Name, who.PersonalNumber, duties, who.Organisation);
    }

    // A sign-in that has merely ended is nobody's attempt, and an issuer out of reach is not the caller's fault.
    private async Task<Refusal?> CountedAsync(HttpContext context, Refusal refusal)
    {
        if (refusal.Kind is not RefusalKind.Unauthenticated || refusal.Reason == IdentityRefusals.TokenExpired)
        {
            return null;
        }

        var client = clients.KeyOf(context.Request);
        if (limits.Check(WrongTokens, client) is { } tooMany)
        {
            return tooMany;
        }

        await limits.SpendAsync(WrongTokens, client, context.RequestAborted);
        return null;
    }

    // RFC 6750 section 3: every 401 says how to sign in, and what was wrong with a token that was sent.
    private static Refusal Challenged(HttpContext context, Refusal refusal)
    {
        if (refusal.Kind is RefusalKind.Unauthenticated)
        {
            var wrong = refusal.Reason == IdentityRefusals.SignInFirst ? "" : $", error=\"invalid_token\", error_description=\"{refusal.Code}\"";
            context.Response.Headers.WWWAuthenticate = $"Bearer realm=\"PublicAdmin\"{wrong}";
        }

        return refusal;
    }
}
