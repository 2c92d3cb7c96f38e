using Microsoft.AspNetCore.Http;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using PublicAdmin.Platform;

namespace PublicAdmin.Identity.Sessions;

/// <summary>
/// Signs people in with a browser: authorization code with PKCE, the office itself being the client (OpenID Connect Core 1.0, section 3.1;
/// RFC 9700). Tokens never reach a script.
/// </summary>
public sealed class SignInDesk(OpenIdIssuers issuers, BegunSignIns begun, SessionStore sessions, SessionCookie cookie, PersonTokens tokens, TimeProvider clock)
{
    /// <returns>Where the browser goes.</returns>
    public async Task<Result<string>> BeginAsync(SignInDoor door, string to, HttpResponse response, CancellationToken ct)
    {
        if (issuers.Find(door) is not { } issuer)
        {
            return SessionRefusals.DoorClosed;
        }

        if (await issuer.Keys.ReadAsync(ct) is not { } found)
        {
            return IdentityRefusals.SignInUnavailable;
        }

        var signIn = BegunSignIn.New(IsOurs(to) ? to : "/welcome");
        await begun.KeepAsync(signIn, ct);
        cookie.WriteBegun(response, signIn.Browser, clock.GetUtcNow() + BegunSignIns.Life);
        return AddressAt(found, door, issuer, signIn);
    }

    /// <returns>Where to go on, signed in.</returns>
    public async Task<Result<string>> FinishAsync(SignInDoor door, string code, string state, HttpContext context, CancellationToken ct)
    {
        var signIn = await begun.TakeAsync(state, cookie.ReadBegun(context.Request), ct);
        cookie.ClearBegun(context.Response);
        if (signIn is null || issuers.Find(door) is not { } issuer || await issuer.Keys.ReadAsync(ct) is not { } found)
        {
            return SessionRefusals.SignInLost;
        }

        if (await issuers.RedeemAsync(door, issuer, found, code, signIn.Verifier, ct) is not { } idToken)
        {
            return SessionRefusals.SignInNotGiven;
        }

        var read = await tokens.ReadIdAsync(idToken, issuer, signIn.Nonce, ct);
        if (!read.Try(out var person, out var refusal))
        {
            return refusal;
        }

        var who = person.Who with { Until = clock.GetUtcNow() + Session.Life };
        cookie.Write(context.Response, await sessions.BeginAsync(who, issuer.Settings.Authority, person.IssuersSession, idToken, ct), who.Until);
        return signIn.To;
    }

    /// <summary>The issuer says that somebody signed out there.</summary>
    public async Task<Refusal?> EndAsync(SignInDoor door, string logoutToken, CancellationToken ct)
    {
        if (issuers.Find(door) is not { } issuer)
        {
            return SessionRefusals.DoorClosed.With();
        }

        var read = await tokens.ReadLogoutAsync(logoutToken, issuer, ct);
        if (!read.Try(out var logout, out var refusal))
        {
            return refusal;
        }

        await sessions.EndAtIssuerAsync(issuer.Settings.Authority, logout.IssuersSession, logout.Subject, ct);
        return null;
    }

    // Only a path of our own: an address of somebody else's must not follow a sign-in.
    private static bool IsOurs(string to) => to is ['/', ..] and not ['/', '/' or '\\', ..];

    private string AddressAt(OpenIdConnectConfiguration found, SignInDoor door, TokenIssuer issuer, BegunSignIn signIn) =>
        new OpenIdConnectMessage
        {
            IssuerAddress = found.AuthorizationEndpoint,
            ClientId = issuer.Settings.ClientId,
            RedirectUri = issuers.ReturnAddress(door),
            ResponseType = OpenIdConnectResponseType.Code,
            Scope = "openid profile",
            State = signIn.State,
            Nonce = signIn.Nonce,
            EnableTelemetryParameters = false,
            Parameters = { ["code_challenge"] = signIn.Challenge, ["code_challenge_method"] = "S256" },
        }.CreateAuthenticationRequestUrl();
}
