using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace PublicAdmin.Tests.Support;

/// <summary>An OpenID Connect issuer over real HTTP on a free port, whose keys a test can change.</summary>
public sealed class TestIssuer : IAsyncDisposable
{
    // Making an RSA key takes long, so all tests share two; each publication gives one a new name.
    private static readonly RSA[] Keys = [.. Enumerable.Range(0, 2).Select(_ => RSA.Create(2048))];

    private readonly WebApplication _app;
    private readonly List<JsonWebKey> _published = [];

    private TestIssuer(WebApplication app) => _app = app;

    public string Authority => _app.Urls.First();

    /// <summary>How often the discovery document was read.</summary>
    public int Readings { get; private set; }

    /// <summary>Set to answer 503, as a broken issuer does.</summary>
    public bool IsDown { get; set; }

    public SigningCredentials Key { get; private set; } = null!;

    public static async Task<TestIssuer> OpenAsync()
    {
        var builder = WebApplication.CreateSlimBuilder(["--urls=http://127.0.0.1:0"]);
        builder.Logging.ClearProviders();
        var issuer = new TestIssuer(builder.Build());
        issuer._app.MapGet("/.well-known/openid-configuration", issuer.Discovery);
        issuer._app.MapGet(
            "/keys", () => new { keys = issuer._published.Select(key => new { key.Kty, key.Kid, key.N, key.E, key.Crv, key.X, key.Y, use = "sig" }) });
        issuer.Rotate();
        await issuer._app.StartAsync();
        return issuer;
    }

    /// <summary>A new RSA key takes over; the old one is withdrawn.</summary>
    public void Rotate()
    {
        _published.Clear();
        Key = AnotherKey(Guid.NewGuid().ToString("N"));
        Publish(Key);
    }

    /// <summary>Another key than the present one, which nobody has published under this name.</summary>
    public SigningCredentials AnotherKey(string name) =>
        new(new RsaSecurityKey(Keys.First(rsa => rsa != (Key?.Key as RsaSecurityKey)?.Rsa)) { KeyId = name }, SecurityAlgorithms.RsaSha256);

    /// <summary>Publishes the public half of a key beside the others.</summary>
    public void Publish(SigningCredentials credentials)
    {
        var key = credentials.Key is ECDsaSecurityKey ec
            ? JsonWebKeyConverter.ConvertFromECDsaSecurityKey(ec)
            : JsonWebKeyConverter.ConvertFromRSASecurityKey(
                new RsaSecurityKey(((RsaSecurityKey)credentials.Key).Rsa.ExportParameters(false)) { KeyId = credentials.Key.KeyId });
        _published.Add(key);
    }

    /// <summary>A token that is right in everything, unless the test says otherwise.</summary>
    public string Issue(DateTimeOffset now, Action<SecurityTokenDescriptor>? otherwise = null)
    {
        var descriptor = new SecurityTokenDescriptor
        {
            Issuer = Authority,
            Audience = "office",
            NotBefore = now.UtcDateTime,
            IssuedAt = now.UtcDateTime,
            Expires = now.UtcDateTime.AddHours(1),
            SigningCredentials = Key,
            Claims = new Dictionary<string, object>
            {
                ["sub"] = "tech-0001",
                ["oid"] = "staff-0001",
                ["name"] = "Lò Thị Mai",
                ["personal_number"] = "011190000001",
                ["scp"] = "office",
            },
        };
        otherwise?.Invoke(descriptor);
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(descriptor);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private IResult Discovery()
    {
        Readings++;
        return IsDown
            ? TypedResults.StatusCode(StatusCodes.Status503ServiceUnavailable)
            : TypedResults.Json(new { issuer = Authority, jwks_uri = $"{Authority}/keys", id_token_signing_alg_values_supported = new[] { "RS256" } });
    }
}
