using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using PublicAdmin.Documents.Records;
using PublicAdmin.Dossiers;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;

namespace PublicAdmin.Tests.Documents;

/// <summary>A data-sharing gateway over real HTTP that checks each signature and holds the records a test gives it.</summary>
internal sealed class RecordServer : IAsyncDisposable
{
    public const string Secret = "0123456789abcdef0123456789abcdef";
    private readonly WebApplication _app;

    private RecordServer(WebApplication app) => _app = app;

    /// <summary>Status of every answer; null to answer from <see cref="Held"/>.</summary>
    public int? Answer { get; set; }

    /// <summary>References by component.</summary>
    public ConcurrentDictionary<string, string> Held { get; } = new();

    public ConcurrentQueue<RecordGateway.Question> Asked { get; } = new();

    public string[] Settings => [$"--Records:GatewayUrl={_app.Urls.First()}/records", $"--Records:GatewaySecret={Secret}"];

    public static async Task<RecordServer> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder(["--hostBuilder:reloadConfigOnChange=false"]);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var server = new RecordServer(builder.Build());
        server._app.Run(server.AnswerAsync);
        await server._app.StartAsync();
        return server;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var body = await reader.ReadToEndAsync();
        if (context.Request.Headers["X-Signature"] != SignedRequests.Sign(Secret, context.Request.Headers["X-Timestamp"].ToString(), body))
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }

        var question = JsonSerializer.Deserialize<RecordGateway.Question>(body, OfficeJson.Options)!;
        Asked.Enqueue(question);
        var held = Held.GetValueOrDefault(question.Component);
        context.Response.StatusCode = Answer ?? (held is null ? 404 : 200);
        if (context.Response.StatusCode is 200)
        {
            var record = new FoundRecord("CSDLQG về dân cư", held!, [new RecordFact(new Text("Nơi thường trú", "Residence"), "Bản Tát, xã Mường Ảng")]);
            await context.Response.WriteAsJsonAsync(record, OfficeJson.Options);
        }
    }
}
