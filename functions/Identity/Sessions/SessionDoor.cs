using Microsoft.AspNetCore.Http;

namespace PublicAdmin.Identity.Sessions;

/// <summary>
/// Who a request of the office's own pages comes from. A cookie travels with whatever a browser sends, so a request that changes something counts
/// only with the header our scripts set and no form of another site can (OWASP, custom request headers against CSRF).
/// </summary>
public sealed class SessionDoor(SessionStore sessions, SessionCookie cookie)
{
    public const string Header = "X-Requested-With";
    public const string HeaderValue = "site";

    /// <returns>Null for nobody: pages are for everybody, and a door for somebody then asks to sign in.</returns>
    public async ValueTask<Session?> FindAsync(HttpRequest request, CancellationToken ct) =>
        cookie.Read(request) is { } name && (IsSafe(request.Method) || IsOurs(request)) ? await sessions.FindAsync(name, ct) : null;

    private static bool IsSafe(string method) => HttpMethods.IsGet(method) || HttpMethods.IsHead(method);

    private static bool IsOurs(HttpRequest request) =>
        request.Headers[Header] == HeaderValue && request.Headers["Sec-Fetch-Site"].ToString() is "" or "same-origin";
}
