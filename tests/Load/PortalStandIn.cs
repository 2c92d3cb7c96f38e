using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace PublicAdmin.Load;

/// <summary>
/// The National Portal as far as an office's load needs it: takes states and lines, answers what it holds of a day in pages, can be down. What it was told
/// stands in a file as well, so that it forgets nothing when the scenario is broken off.
/// </summary>
internal sealed class PortalStandIn : IAsyncDisposable
{
    private const int PageSize = 500;
    private const string Received = "NgayTiepNhan";

    private static readonly string[] Kept =
        ["MaHoSo", "TrangThaiHoSo", Received, "NgayHenTra", "NgayKetThucXuLy", "TaiLieuNop", "DanhSachGiayToKetQua"];

    private readonly WebApplication _app;
    private readonly StreamWriter _file;
    private readonly ConcurrentDictionary<string, Dictionary<string, JsonElement>> _held = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, long> _lines = new(StringComparer.Ordinal);
    private long _behind;

    private PortalStandIn(WebApplication app, string path)
    {
        foreach (var line in File.Exists(path) ? File.ReadLines(path) : [])
        {
            Keep(JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(line)!);
        }

        (_app, _file) = (app, new StreamWriter(path, append: true));
    }

    public bool IsDown { get; set; }

    /// <summary>Lines that came after a later one of the same dossier.</summary>
    public long Behind => Interlocked.Read(ref _behind);

    /// <summary>What an office is given to reach it.</summary>
    public string[] Settings => [$"--Portal:Address={_app.Urls.First()}/", "--Portal:User=load", "--Portal:Password=load"];

    public static async Task<PortalStandIn> StartAsync(string path)
    {
        var builder = WebApplication.CreateSlimBuilder(["--hostBuilder:reloadConfigOnChange=false", "--Logging:LogLevel:Default=Warning"]);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var portal = new PortalStandIn(builder.Build(), path);
        portal._app.Run(portal.AnswerAsync);
        await portal._app.StartAsync();
        return portal;
    }

    /// <summary>How many it holds that were received before a day.</summary>
    public int HeldBefore(DateOnly day)
    {
        var first = Day(day);
        return _held.Values.Count(one => TextOf(one, Received) is { Length: > 0 } at && string.CompareOrdinal(at, first) < 0);
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        await _file.DisposeAsync();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        var message = await JsonSerializer.DeserializeAsync<JsonElement>(context.Request.Body);
        if (IsDown)
        {
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return;
        }

        await context.Response.WriteAsync(message.TryGetProperty("username", out _) ? """{"session":"S","error_code":"0"}""" : Answer(message));
    }

    private string Answer(JsonElement message)
    {
        var (data, service) = (message.GetProperty("data"), message.GetProperty("service").GetString());
        if (service == "TraCuuHoSo")
        {
            return Page(data.GetProperty(Received).GetString()!, data.GetProperty("Trang").GetInt32());
        }

        foreach (var one in data.EnumerateArray())
        {
            Take(one, service == "DongBoHoSoMC");
        }

        return """{"error_code":"0"}""";
    }

    private void Take(JsonElement one, bool state)
    {
        if (state)
        {
            var kept = Kept.ToDictionary(name => name, name => one.GetProperty(name).Clone());
            Keep(kept);
            lock (_file)
            {
                _file.WriteLine(JsonSerializer.Serialize(kept));
                _file.Flush();
            }

            return;
        }

        var number = long.Parse(one.GetProperty("GhiChu").GetString()!, CultureInfo.InvariantCulture);
        _lines.AddOrUpdate(one.GetProperty("MaHoSo").GetString()!, number, (_, last) =>
        {
            Interlocked.Add(ref _behind, number < last ? 1 : 0);
            return Math.Max(number, last);
        });
    }

    private void Keep(Dictionary<string, JsonElement> kept) => _held[TextOf(kept, "MaHoSo")] = kept;

    private static string TextOf(Dictionary<string, JsonElement> kept, string name) => kept[name].GetString()!;

    private string Page(string day, int page)
    {
        var all = _held.Values.Where(one => TextOf(one, Received).StartsWith(day, StringComparison.Ordinal))
            .OrderBy(one => TextOf(one, "MaHoSo"), StringComparer.Ordinal).Chunk(PageSize).ToList();
        return JsonSerializer.Serialize(new Dictionary<string, object>
        {
            ["error_code"] = "0",
            ["TongSoTrang"] = all.Count,
            ["data"] = all.ElementAtOrDefault(page - 1) ?? [],
        });
    }

    public static string Day(DateOnly day) => day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);
}
