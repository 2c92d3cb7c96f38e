using System.Security.Claims;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Abstractions;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace PublicAdmin.Tests.Identity;

/// <summary>A real OpenID Connect provider (OpenIddict) with one client, the pages, and one person who is signed in there already.</summary>
public sealed class RealIssuer : IAsyncDisposable
{
    public const string Client = "pages";
    public const string Secret = "a-secret-of-the-pages";

    private readonly WebApplication _app;
    private readonly SecurityKey _key;

    private RealIssuer(WebApplication app, SecurityKey key) => (_app, _key) = (app, key);

    public string Authority => _app.Urls.First();

    public static async Task<RealIssuer> OpenAsync()
    {
        var key = new RsaSecurityKey(RSA.Create(2048)) { KeyId = "issuer-1" };
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddOpenIddict().AddServer(server =>
        {
            server.SetAuthorizationEndpointUris("connect/authorize").SetTokenEndpointUris("connect/token").SetEndSessionEndpointUris("connect/logout");
            server.AllowAuthorizationCodeFlow().RequireProofKeyForCodeExchange().RegisterScopes(Scopes.Profile);
            server.AddEphemeralEncryptionKey().AddSigningKey(key).EnableDegradedMode();
            server.AddEventHandler<ValidateAuthorizationRequestContext>(handler => handler.UseInlineHandler(Known));
            server.AddEventHandler<ValidateTokenRequestContext>(handler => handler.UseInlineHandler(KnowsItsSecret));
            server.AddEventHandler<ValidateEndSessionRequestContext>(handler => handler.UseInlineHandler(_ => default));
            server.AddEventHandler<HandleAuthorizationRequestContext>(handler => handler.UseInlineHandler(SignIn));
            server.UseAspNetCore().DisableTransportSecurityRequirement();
        });
        var app = builder.Build();
        app.UseAuthentication();
        await app.StartAsync();
        var issuer = new RealIssuer(app, key);
        using var http = new HttpClient(); // Warm: the office waits five seconds for keys, and this machine may have other things to do.
        await http.GetStringAsync(new Uri($"{issuer.Authority}/.well-known/openid-configuration"));
        await http.GetStringAsync(new Uri($"{issuer.Authority}/.well-known/jwks"));
        return issuer;
    }

    /// <summary>Says that somebody signed out here (OpenID Connect Back-Channel Logout 1.0, section 2.4).</summary>
    public string LogoutTokenFor(string subject, string? nonce = null) => new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
    {
        Issuer = $"{Authority}/",
        Audience = Client,
        IssuedAt = DateTime.UtcNow,
        Expires = DateTime.UtcNow.AddMinutes(2),
        TokenType = "logout+jwt",
        SigningCredentials = new SigningCredentials(_key, SecurityAlgorithms.RsaSha256),
        Claims = new Dictionary<string, object>
        {
            ["sub"] = subject,
            ["jti"] = Guid.NewGuid().ToString("N"),
            ["events"] = new Dictionary<string, object> { ["http://schemas.openid.net/event/backchannel-logout"] = new Dictionary<string, object>() },
            [nonce is null ? "x" : "nonce"] = nonce ?? "x",
        },
    });

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private static ValueTask Known(ValidateAuthorizationRequestContext context)
    {
        if (context.ClientId != Client || context.RedirectUri?.EndsWith("/sign-in/citizens/return", StringComparison.Ordinal) is not true)
        {
            context.Reject(Errors.InvalidClient);
        }

        return default;
    }

    private static ValueTask KnowsItsSecret(ValidateTokenRequestContext context)
    {
        if (context.ClientId != Client || context.ClientSecret != Secret)
        {
            context.Reject(Errors.InvalidClient);
        }

        return default;
    }

    private static ValueTask SignIn(HandleAuthorizationRequestContext context)
    {
        var identity = new ClaimsIdentity("issuer", Claims.Name, Claims.Role);
        identity.AddClaim(new Claim(Claims.Subject, "vneid-1"));
        identity.AddClaim(new Claim(Claims.Name, "Lò Thị Mai"));
        identity.AddClaim(new Claim("personal_number", "011195000123"));
        identity.SetDestinations(_ => [Destinations.IdentityToken]);
        context.Principal = new ClaimsPrincipal(identity).SetScopes(context.Request.GetScopes());
        return default;
    }
}
