using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PublicAdmin.Tests.Azure.Support;

namespace PublicAdmin.Tests.Azure.Worker;

/// <summary>
/// Stands in for the Functions host: starts the real worker, passes requests, timers and messages on to it, and gives it tokens as the managed identity of
/// App Service does. It routes and counts as we understand Microsoft's; what the real one does is for a deployment to show.
/// </summary>
internal sealed class FunctionsHost : IAsyncDisposable
{
    public const string Success = "Success";
    private readonly WebApplication _app;
    private readonly IReadOnlyDictionary<string, string> _settings;
    private HttpClient _toWorker = new();
    private RpcStream _stream = new();

    private FunctionsHost(WebApplication app, IReadOnlyDictionary<string, string> settings) => (_app, _settings) = (app, settings);

    public WorkerProcess Worker { get; private set; } = null!;

    /// <summary>Where citizens and clerks come to.</summary>
    public Uri Front { get; private set; } = null!;

    public SettlementDoor Settlements { get; } = new();

    /// <param name="settings">Of the app, as infra/ gives them.</param>
    public static async Task<FunctionsHost> StartAsync(IReadOnlyDictionary<string, string> settings)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Limits.MaxRequestBodySize = null;
            kestrel.Limits.MinRequestBodyDataRate = null;
            kestrel.Listen(IPAddress.Loopback, 0, rpc => rpc.Protocols = HttpProtocols.Http2);
            kestrel.Listen(IPAddress.Loopback, 0, front => front.Protocols = HttpProtocols.Http1);
        });
        var host = new FunctionsHost(builder.Build(), settings);
        host._app.MapPost("/AzureFunctionsRpcMessages.FunctionRpc/EventStream", http => host._stream.ServeAsync(http));
        host._app.MapPost("/settlement/{how}", (string how, HttpContext http) => host.Settlements.SettleAsync(how, http));
        host._app.MapGet("/msi/token", (string resource, string client_id) => TypedResults.Json(TokenOf(resource, client_id)));
        host._app.MapFallback("/{**path}", host.PassAsync);
        await host._app.StartAsync();
        host.Front = host.AddressAt(1);
        await host.StartWorkerAsync();
        return host;
    }

    public async Task StartWorkerAsync()
    {
        _stream = new RpcStream();
        _toWorker.Dispose(); // With its connections to a worker that is gone.
        _toWorker = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });
        var settings = _settings.Append(new("IDENTITY_ENDPOINT", new Uri(Front, "msi/token").AbsoluteUri)).Append(new("IDENTITY_HEADER", "x")).ToDictionary();
        Worker = await WorkerProcess.StartAsync(AddressAt(0), _stream, settings);
    }

    /// <returns>Success, or what the function failed with.</returns>
    public async Task<string> RunTimerAsync(string function) => await InvokeAsync(
        Worker.Functions.Single(one => one.Name == function),
        new JsonObject { ["json"] = """{"Schedule":{"AdjustForDST":true},"ScheduleStatus":null,"IsPastDue":false}""" });

    /// <returns>Success, or what the function failed with.</returns>
    public async Task<string> InvokeAsync(FunctionOfHost function, JsonObject data)
    {
        var id = Guid.NewGuid().ToString();
        var answer = await Worker.Stream.AskAsync(id, Invocation(id, function, data, []));
        var result = answer["invocationResponse"]!["result"]!;
        return (string)result["status"]! is Success ? Success : $"{result["exception"]}";
    }

    public async ValueTask DisposeAsync()
    {
        Worker.Dispose();
        _toWorker.Dispose();
        await _app.DisposeAsync();
    }

    // The host tells the worker of an invocation and passes the request itself on beside it; what stands in the route goes with the first.
    private async Task PassAsync(HttpContext http)
    {
        var path = http.Request.Path.Value!;
        if (Worker.Functions.FirstOrDefault(one => one.Answers(http.Request.Method) && one.Match(path) is not null) is not { } function)
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        var id = Guid.NewGuid().ToString();
        JsonObject route = [];
        foreach (var (name, value) in function.Match(path)!)
        {
            route[name] = new JsonObject { ["string"] = value?.ToString() ?? "" };
        }

        var invoked = Worker.Stream.AskAsync(id, Invocation(id, function, new JsonObject { ["http"] = new JsonObject() }, route));
        using var request = FrontEnd.Forward(http, Worker.Http, id);
        using var response = await _toWorker.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, http.RequestAborted);
        await PassedOn.BackAsync(response, http);
        await invoked;
    }

    private static JsonObject Invocation(string id, FunctionOfHost function, JsonObject data, JsonObject metadata) => new()
    {
        ["requestId"] = Guid.NewGuid().ToString(),
        ["invocationRequest"] = new JsonObject
        {
            ["invocationId"] = id,
            ["functionId"] = function.Id,
            ["inputData"] = new JsonArray(new JsonObject { ["name"] = function.Parameter, ["data"] = data }),
            ["triggerMetadata"] = metadata,
            ["traceContext"] = new JsonObject(),
        },
    };

    private static object TokenOf(string resource, string client) => new
    {
        access_token = StandInTokens.For(resource, client),
        expires_on = $"{DateTimeOffset.UtcNow.AddHours(23).ToUnixTimeSeconds()}",
        resource,
        token_type = "Bearer",
        client_id = client,
    };

    private Uri AddressAt(int listener) =>
        new(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.ElementAt(listener));
}
