using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Options;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Lines;

namespace PublicAdmin.Portal.Outbound;

/// <summary>What became of a call.</summary>
/// <param name="Code">error_code; null when the portal is away or its answer cannot be read.</param>
/// <param name="Said">All of it; null when it cannot be read.</param>
public sealed record PortalAnswer(string? Code, JsonElement? Said = null)
{
    public bool IsGood => Code == PortalErrors.Good;
}

/// <summary>
/// The National Portal's adapter: one login at a time, renewed when the session ended; every call is a POST of JSON in the names of the contract.
/// </summary>
public sealed class PortalLine(HttpClient http, IOptions<PortalSettings> settings, LineWatch watch) : IDisposable
{
    private readonly SemaphoreSlim _door = new(1);
    private volatile string? _session;

    public async Task<PortalAnswer> SendAsync(string unit, string service, bool? isUpdating, object data, CancellationToken ct)
    {
        var session = _session ?? await LoginAsync(null, ct);
        var answer = session is null ? new PortalAnswer(null) : await PostAsync(session, unit, service, isUpdating, data, ct);
        if (answer.Code is not { } code || !PortalErrors.Known.Session.Contains(code))
        {
            return answer;
        }

        return await LoginAsync(session, ct) is { } renewed ? await PostAsync(renewed, unit, service, isUpdating, data, ct) : new PortalAnswer(null);
    }

    public void Dispose() => _door.Dispose();

    // Many dossiers find the session ended at once; the first renews it for all.
    private async Task<string?> LoginAsync(string? ended, CancellationToken ct)
    {
        await _door.WaitAsync(ct);
        try
        {
            if (_session is { } present && present != ended)
            {
                return present;
            }

            var answer = await AskAsync(new Dictionary<string, object> { ["username"] = settings.Value.User, ["password"] = settings.Value.Password }, ct);
            return _session = answer is { } said && CodeOf(said) == PortalErrors.Good && said.TryGetProperty("session", out var session)
                ? session.ToString() : null;
        }
        finally
        {
            _door.Release();
        }
    }

    private async Task<PortalAnswer> PostAsync(string session, string unit, string service, bool? isUpdating, object data, CancellationToken ct)
    {
        var message = new Dictionary<string, object> { ["session"] = session, ["madonvi"] = unit, ["service"] = service, ["data"] = data };
        if (isUpdating is { } updating)
        {
            message["isUpdating"] = updating ? "True" : "False";
        }

        return await AskAsync(message, ct) is { } answer ? new PortalAnswer(CodeOf(answer), answer) : new PortalAnswer(null);
    }

    private async Task<JsonElement?> AskAsync(Dictionary<string, object> message, CancellationToken ct)
    {
        try
        {
            using var body = new StringContent(JsonSerializer.Serialize(message, OfficeJson.Stored), Encoding.UTF8, "application/json");
            using var answer = await http.PostAsync(settings.Value.Address, body, ct);
            var read = JsonSerializer.Deserialize<JsonElement>(await answer.EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync(ct));
            return await NotedAsync(read.ValueKind is JsonValueKind.Object ? read : throw new JsonException("No object."), ct);
        }
        catch (Exception e) when (e is HttpRequestException or JsonException || (e is TaskCanceledException && !ct.IsCancellationRequested))
        {
            await watch.BadAsync(OutsideLines.Portal, FaultOf(e), ct);
            return null;
        }
    }

    // What it says of one dossier or of our session it says because the line works.
    private async Task<JsonElement> NotedAsync(JsonElement answer, CancellationToken ct)
    {
        var code = CodeOf(answer) ?? "";
        await (code == PortalErrors.Good || PortalErrors.Known.Permanent.Contains(code) || PortalErrors.Known.Session.Contains(code)
            ? watch.GoodAsync(OutsideLines.Portal, ct) : watch.BadAsync(OutsideLines.Portal, $"portal-{code}", ct));
        return answer;
    }

    private static string FaultOf(Exception e) => e switch
    {
        HttpRequestException { StatusCode: { } status } => string.Create(CultureInfo.InvariantCulture, $"http-{(int)status}"),
        HttpRequestException => "unreachable",
        JsonException => "unreadable",
        _ => "timeout",
    };

    private static string? CodeOf(JsonElement answer) => answer.TryGetProperty("error_code", out var code) ? code.ToString() : null;
}
