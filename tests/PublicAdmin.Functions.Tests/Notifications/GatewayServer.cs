using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using PublicAdmin.Notifications.Sending;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;

namespace PublicAdmin.Tests.Notifications;

/// <summary>A gateway for short messages that checks each signature.</summary>
internal sealed class GatewayServer : IAsyncDisposable
{
    public const string Secret = "0123456789abcdef0123456789abcdef";
    private readonly ConcurrentBag<ShortMessage> _messages = [];
    private readonly WebApplication _app;

    private GatewayServer(WebApplication app) => _app = app;

    public int Answer { get; set; } = 202;

    public int WellSigned { get; private set; }

    /// <summary>What came with a good signature, each id once, as the gateway itself would send it.</summary>
    public IReadOnlyList<ShortMessage> Messages => [.. _messages.DistinctBy(message => message.Id)];

    /// <summary>Makes an office use this gateway.</summary>
    public string[] Settings => [$"--Mail:GatewayUrl={Url}", $"--Mail:GatewaySecret={Secret}"];

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
        var body = await reader.ReadToEndAsync();
        if (context.Request.Headers["X-Signature"] == SignedRequests.Sign(Secret, context.Request.Headers["X-Timestamp"].ToString(), body))
        {
            WellSigned++;
            _messages.Add(JsonSerializer.Deserialize<ShortMessage>(body, OfficeJson.Stored)!);
        }

        context.Response.StatusCode = Answer;
    }
}
