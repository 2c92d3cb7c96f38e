using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using PublicAdmin.Identity;
using PublicAdmin.Platform;

namespace PublicAdmin.Embedded.DevelopmentSignIn;

/// <summary>
/// An OpenID Connect issuer for people of no flesh and blood, so that the whole way of a token is walked at home too:
/// discovery, keys, signature, directory. One issuer for citizens and one for staff, as in the real world.
/// </summary>
internal sealed class DevelopmentIssuer(DevelopmentKey key, IServer server, TimeProvider clock)
{
    public const string Citizens = "citizens";
    public const string Staff = "staff";
    public const string Audience = "dienbien-office";

    public static readonly TimeSpan Life = TimeSpan.FromHours(12);

    private static readonly JsonWebTokenHandler Handler = new() { SetDefaultTimesOnTokenCreation = false };

    /// <summary>Opens the doors that nothing else opens.</summary>
    public void Open(IdentitySettings settings)
    {
        settings.Citizens = settings.Citizens.IsOpen ? settings.Citizens : new IssuerSettings { Authority = Authority(Citizens), Audience = Audience };
        settings.Staff = settings.Staff.IsOpen ? settings.Staff : new IssuerSettings { Authority = Authority(Staff), Audience = Audience };
    }

    public DevelopmentToken Issue(Persona persona)
    {
        var now = clock.GetUtcNow();
        var token = Handler.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = Authority(persona.Kind is CallerKind.Citizen ? Citizens : Staff),
            Audience = Audience,
            IssuedAt = now.UtcDateTime,
            NotBefore = now.UtcDateTime,
            Expires = (now + Life).UtcDateTime,
            Claims = ClaimsOf(persona),
            SigningCredentials = key.Credentials,
        });
        return new DevelopmentToken(token, "Bearer", (now + Life).Here());
    }

    /// <summary>What stands at <c>/.well-known/openid-configuration</c> (OpenID Connect Discovery 1.0, section 3).</summary>
    public object Discovery(string door) => new
    {
        issuer = Authority(door),
        jwks_uri = $"{Address()}/dev/keys",
        authorization_endpoint = $"{Address()}/dev/personas",
        token_endpoint = $"{Address()}/dev/tokens",
        response_types_supported = new[] { "token" },
        subject_types_supported = new[] { "public" },
        id_token_signing_alg_values_supported = new[] { SecurityAlgorithms.EcdsaSha256 },
    };

    private static Dictionary<string, object> ClaimsOf(Persona persona) => persona.Kind switch
    {
        CallerKind.Citizen when persona.Organisation is { } code => new()
        {
            ["sub"] = persona.Id,
            ["name"] = persona.Name,
            ["personal_number"] = persona.PersonalNumber!,
            ["organization_code"] = code,
        },
        CallerKind.Citizen => new() { ["sub"] = persona.Id, ["name"] = persona.Name, ["personal_number"] = persona.PersonalNumber! },
        CallerKind.System => new() { ["sub"] = persona.Id, ["azp"] = persona.Id },
        _ => new() { ["sub"] = persona.Id, ["oid"] = persona.Id, ["name"] = persona.Name, ["scp"] = "office" },
    };

    private string Authority(string door) => $"{Address()}/dev/{door}";

    private string Address() => OwnAddress.Of(server);
}

/// <summary>A token of the development sign-in.</summary>
/// <param name="Token">For the Authorization header.</param>
internal sealed record DevelopmentToken(string Token, string Type, DateTimeOffset ExpiresAt);
