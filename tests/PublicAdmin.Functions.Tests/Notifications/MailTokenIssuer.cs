using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace PublicAdmin.Tests.Notifications;

/// <summary>Issues tokens for a mail server to a client it knows (RFC 6749 section 4.4), or answers what the test chooses.</summary>
internal sealed class MailTokenIssuer : IAsyncDisposable
{
    public const string Token = "a-token-of-the-issuer";
    private readonly WebApplication _app;

    private MailTokenIssuer(WebApplication app) => _app = app;

    public int Answer { get; set; } = 200;

    public int Asked { get; private set; }

    public static async Task<MailTokenIssuer> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder(["--hostBuilder:reloadConfigOnChange=false"]);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var issuer = new MailTokenIssuer(builder.Build());
        issuer._app.Run(issuer.IssueAsync);
        await issuer._app.StartAsync();
        return issuer;
    }

    /// <summary>Makes an office sign in by a token of this issuer.</summary>
    public string[] SettingsWith(string secret) =>
        [$"--Mail:User={SmtpServer.User}", $"--Mail:TokenUrl={_app.Urls.First()}/token", "--Mail:ClientId=the-office", $"--Mail:Password={secret}"];

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task IssueAsync(HttpContext context)
    {
        Asked++;
        var form = await context.Request.ReadFormAsync();
        var isKnown = form["grant_type"] == "client_credentials" && form["client_id"] == "the-office" && form["client_secret"] == "its secret";
        context.Response.StatusCode = Answer is 200 && !isKnown ? 401 : Answer;
        if (context.Response.StatusCode is 200)
        {
            await context.Response.WriteAsJsonAsync(new { access_token = Token, expires_in = 3600 });
        }
    }
}
