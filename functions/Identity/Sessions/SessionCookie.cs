using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace PublicAdmin.Identity.Sessions;

/// <summary>
/// The cookies of a sign-in: no script reads them, no other site sends them with a form. Behind https their names begin with <c>__Host-</c>, so that no
/// neighbouring domain can set them (RFC 6265bis, section 4.1.3); on one machine without https a browser would refuse that name.
/// </summary>
public sealed class SessionCookie(IOptions<IdentitySettings> settings)
{
    private bool IsSecure => settings.Value.Address.StartsWith("https://", StringComparison.OrdinalIgnoreCase);

    public string Name => Named("session");

    public string? Read(HttpRequest request) => request.Cookies[Name] is { Length: > 0 } value ? value : null;

    public void Write(HttpResponse response, string value, DateTimeOffset until) => response.Cookies.Append(Name, value, About(until));

    public void Clear(HttpResponse response) => response.Cookies.Delete(Name, About(null));

    /// <summary>Ties the way back from the issuer to the browser that went there.</summary>
    public string? ReadBegun(HttpRequest request) => request.Cookies[Named("sign-in")];

    public void WriteBegun(HttpResponse response, string value, DateTimeOffset until) => response.Cookies.Append(Named("sign-in"), value, About(until));

    public void ClearBegun(HttpResponse response) => response.Cookies.Delete(Named("sign-in"), About(null));

    private string Named(string name) => IsSecure ? $"__Host-{name}" : name;

    private CookieOptions About(DateTimeOffset? until) => new()
    {
        HttpOnly = true,
        Secure = IsSecure,
        SameSite = SameSiteMode.Lax,
        Path = "/",
        Expires = until,
        IsEssential = true,
    };
}
