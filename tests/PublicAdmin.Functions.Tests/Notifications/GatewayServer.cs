using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using PublicAdmin.Notifications;

namespace PublicAdmin.Tests.Notifications;

/// <summary>A gateway for short messages that checks each signature.</summary>
internal sealed class GatewayServer : IAsyncDisposable
{
    public const string Secret = "0123456789abcdef0123456789abcdef";
    private readonly WebApplication _app;

    private GatewayServer(WebApplication app) => _app = app;

    public int Answer { get; set; } = 202;

    public int WellSigned { get; private set; }

    public string Url => $"{_app.Urls.First()}/messages";

    public static async Task<GatewayServer> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder(["--hostBuilder:reloadConfigOnChange=false"]);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var server = new GatewayServer(builder.Build());
        server._app.Run(server.ReceiveAsync);
        await server._app.StartAsync();
        return server;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task ReceiveAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var expected = MessageGateway.Sign(Secret, context.Request.Headers["X-Timestamp"].ToString(), await reader.ReadToEndAsync());
        WellSigned += context.Request.Headers["X-Signature"] == expected ? 1 : 0;
        context.Response.StatusCode = Answer;
    }
}
