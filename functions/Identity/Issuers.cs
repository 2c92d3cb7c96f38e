using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols;

namespace PublicAdmin.Identity;

/// <summary>One open door: whose tokens, and the keys to check them.</summary>
public sealed record TokenIssuer(CallerKind Kind, IssuerSettings Settings, IssuerKeys Keys);

/// <summary>The open doors. Settings are read when the first token comes: the embedded edition learns its own address only once it listens.</summary>
public sealed class Issuers(IOptions<IdentitySettings> settings, TimeProvider clock, ILogger<Issuers> log) : IDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(5), AllowAutoRedirect = false })
    {
        Timeout = TimeSpan.FromSeconds(5),
        MaxResponseContentBufferSize = 1024 * 1024,
    };

    private readonly Lock _once = new();
    private IReadOnlyList<TokenIssuer>? _open;

    public IReadOnlyList<TokenIssuer> Open
    {
        get
        {
            lock (_once)
            {
                return _open ??= [.. Doors(settings.Value)];
            }
        }
    }

    public void Dispose()
    {
        foreach (var issuer in _open ?? [])
        {
            issuer.Keys.Dispose();
        }

        _http.Dispose();
    }

    private IEnumerable<TokenIssuer> Doors(IdentitySettings doors)
    {
        if (doors.Citizens.IsOpen)
        {
            yield return new TokenIssuer(CallerKind.Citizen, doors.Citizens, KeysOf(doors.Citizens));
        }

        if (doors.Staff.IsOpen)
        {
            yield return new TokenIssuer(CallerKind.Staff, doors.Staff, KeysOf(doors.Staff));
        }
    }

    // Keys fetched in the clear could be anybody's; only an issuer on this very machine may speak plain HTTP.
    private IssuerKeys KeysOf(IssuerSettings issuer)
    {
        var authority = new Uri(issuer.Authority);
        var documents = new HttpDocumentRetriever(_http) { RequireHttps = !authority.IsLoopback };
        return new IssuerKeys(issuer.Authority.TrimEnd('/'), documents, clock, log);
    }
}
