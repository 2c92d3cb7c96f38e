using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace PublicAdmin.Tests.Portal;

/// <summary>
/// The national contract over real HTTP, misbehaving as a test wishes: down, forgetting sessions, refusing a dossier, taking a call and breaking the line.
/// </summary>
internal sealed class PortalServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly Lock _gate = new();
    private string _session = "none";

    private PortalServer(WebApplication app) => _app = app;

    public bool IsDown { get; set; }

    /// <summary>Takes what is sent, and answers nothing that can be read.</summary>
    public bool BreaksOff { get; set; }

    /// <summary>Answers a look-up with what no look-up is.</summary>
    public bool Nonsense { get; set; }

    /// <summary>A code it refuses with this error_code.</summary>
    public (string Code, string Error)? Refuses { get; set; }

    public int Logins { get; private set; }

    /// <summary>Every call it took, in order: service, isUpdating, dossier, data.</summary>
    public List<(string Service, string? IsUpdating, string Code, JsonElement Data)> Taken { get; } = [];

    /// <summary>What it has of each dossier, as it was told last; a test makes it forget or err.</summary>
    public SortedDictionary<string, JsonElement> Holds { get; } = new(StringComparer.Ordinal);

    public string[] Settings => [$"--Portal:Address={_app.Urls.First()}/", "--Portal:User=dienbien", "--Portal:Password=mat-khau"];

    public static async Task<PortalServer> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder(["--hostBuilder:reloadConfigOnChange=false"]);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var server = new PortalServer(builder.Build());
        server._app.Run(server.AnswerAsync);
        await server._app.StartAsync();
        return server;
    }

    public void Forget() => _session = "forgotten";

    public IReadOnlyList<JsonElement> LinesOf(string code) =>
        [.. Taken.Where(call => call.Service == "CapNhatTienDoHoSoMC" && call.Code == code).SelectMany(call => call.Data.EnumerateArray())];

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        var message = await JsonSerializer.DeserializeAsync<JsonElement>(context.Request.Body);
        if (IsDown)
        {
            context.Response.StatusCode = 503;
            return;
        }

        await context.Response.WriteAsync(Answer(message));
    }

    private string Answer(JsonElement message)
    {
        lock (_gate)
        {
            if (message.TryGetProperty("username", out _))
            {
                _session = $"S{++Logins}";
                return $$"""{"session":"{{_session}}","error_code":"0"}""";
            }

            if (message.GetProperty("session").GetString() != _session)
            {
                return """{"error_code":"-1","message":"session"}""";
            }

            var (data, service) = (message.GetProperty("data"), message.GetProperty("service").GetString()!);
            return service == "TraCuuHoSo" && Nonsense ? """{"error_code":"0","TongSoTrang":1,"data":["hồ sơ"]}"""
                : service == "TraCuuHoSo" ? Page(data.GetProperty("NgayTiepNhan").GetString()!, data.GetProperty("Trang").GetInt32())
                : Take(message, data, service);
        }
    }

    private string Take(JsonElement message, JsonElement data, string service)
    {
        var code = data[0].GetProperty("MaHoSo").GetString()!;
        if (Refuses is { } refused && refused.Code == code)
        {
            return $$"""{"error_code":"{{refused.Error}}"}""";
        }

        if (service == "DongBoHoSoMC")
        {
            Holds[code] = data[0];
        }

        Taken.Add((service, message.TryGetProperty("isUpdating", out var updating) ? updating.GetString() : null, code, data));
        return BreaksOff ? "<html>502" : """{"error_code":"0","message":""}""";
    }

    // Two dossiers a page.
    private string Page(string day, int page)
    {
        var all = Holds.Values.Where(one => one.GetProperty("NgayTiepNhan").GetString()!.StartsWith(day, StringComparison.Ordinal)).Chunk(2).ToList();
        return JsonSerializer.Serialize(
            new Dictionary<string, object> { ["error_code"] = "0", ["TongSoTrang"] = all.Count, ["data"] = all.ElementAtOrDefault(page - 1) ?? [] });
    }
}
