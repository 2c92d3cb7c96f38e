using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PublicAdmin.Embedded.DevelopmentSignIn;
using PublicAdmin.Offices;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Reference;

namespace PublicAdmin.Embedded.SampleData;

/// <summary>
/// A first morning for a new office: people file and officials act, through the same doors as everybody, as
/// <c>sample-morning.json</c> tells. Done once per folder; the secrets for tracking go into <c>sample-receipts.json</c> beside the data.
/// </summary>
internal sealed partial class SampleMorning(
    SampleFolder folder, IServer server, DevelopmentIssuer issuer, OfficeDirectory offices, TimeProvider clock, IHostApplicationLifetime life,
    ILogger<SampleMorning> log) : BackgroundService
{
    private const int Tries = 200;

    private static readonly TimeSpan BetweenTries = TimeSpan.FromMilliseconds(50);

    private readonly string _receipts = Path.Combine(folder.Path, "sample-receipts.json");

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var open = new TaskCompletionSource();
        await using var registration = life.ApplicationStarted.Register(open.SetResult);
        await open.Task.WaitAsync(stoppingToken);
        if (File.Exists(_receipts))
        {
            return;
        }

        try
        {
            await LiveAsync(stoppingToken);
        }
        catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
        {
            LogBroken(fault); // The people in it are invented: the office stays open without the rest of the morning.
        }
    }

    private async Task LiveAsync(CancellationToken ct)
    {
        var receipts = new List<JsonElement>();
        foreach (var story in Resources.Json<SampleStory[]>("Embedded.SampleData.sample-morning.json"))
        {
            receipts.Add(await LiveAsync(story, ct));
        }

        await File.WriteAllTextAsync(_receipts, JsonSerializer.Serialize(receipts, OfficeJson.Options), ct);
        LogDone(receipts.Count, _receipts);
    }

    private async Task<JsonElement> LiveAsync(SampleStory story, CancellationToken ct)
    {
        var receipt = await SendAsync(story.Filer, "/api/dossiers", Filled(story.Filing), ct);
        var code = receipt.GetProperty("code").GetString();
        foreach (var act in story.Acts)
        {
            var body = act.Body is { } given ? Filled(given) : null;
            if (act.Act == "approval")
            {
                body = await ProposalReadBy(act.By, code!, ct);
            }

            await SendAsync(act.By, $"/api/dossiers/{code}/{act.Act}", body, ct);
        }

        return receipt;
    }

    private async Task<string> ProposalReadBy(string leader, string code, CancellationToken ct)
    {
        using var http = ClientOf(leader);
        var dossier = await http.GetFromJsonAsync<JsonElement>($"/api/dossiers/{code}", ct);
        return JsonSerializer.Serialize(new { proposalHash = dossier.GetProperty("proposal").GetProperty("hash").GetString() });
    }

    // Others are at work on the same dossier: a look-up is being noted, a result is being sealed. Whoever is told to come back does.
    private async Task<JsonElement> SendAsync(string persona, string path, string? body, CancellationToken ct)
    {
        for (var n = 1; ; n++)
        {
            using var response = await SendOnceAsync(persona, path, body, ct);
            var answer = await response.Content.ReadAsStringAsync(ct);
            if (response.IsSuccessStatusCode)
            {
                return JsonSerializer.Deserialize<JsonElement>(answer);
            }

            if (n == Tries || response.StatusCode is not (HttpStatusCode.Conflict or HttpStatusCode.PreconditionFailed))
            {
                throw new InvalidOperationException($"The sample morning was refused at {path}: {answer}");
            }

            await Task.Delay(BetweenTries, ct);
        }
    }

    private async Task<HttpResponseMessage> SendOnceAsync(string persona, string path, string? body, CancellationToken ct)
    {
        using var http = ClientOf(persona);
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = body is null ? null : new StringContent(body, null, "application/json") };
        request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString("N"));
        return await http.SendAsync(request, ct);
    }

    private HttpClient ClientOf(string persona)
    {
        var address = server.Features.Get<IServerAddressesFeature>()!.Addresses.First(address => address.StartsWith("http://", StringComparison.Ordinal));
        var http = new HttpClient(new SocketsHttpHandler()) { BaseAddress = new Uri(address) };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", issuer.Issue(Personas.Find(persona)!).Token);
        return http;
    }

    /// <summary>"{clerk-muong-ang}" in a story stands for the code of the office where that person works, "{id:…}" for the person's id.</summary>
    private string Filled(JsonElement template)
    {
        var text = template.GetRawText();
        foreach (var persona in Personas.All.Where(persona => text.Contains($"{persona.Key}}}", StringComparison.Ordinal)))
        {
            text = text.Replace($"{{id:{persona.Key}}}", persona.Id, StringComparison.Ordinal)
                .Replace($"{{{persona.Key}}}", persona.OfficeIn(offices, clock.Today()), StringComparison.Ordinal);
        }

        return text;
    }

    [LoggerMessage(LogLevel.Information, "The sample morning left {Count} dossiers; codes and tracking secrets: {File}")]
    private partial void LogDone(int count, string file);

    [LoggerMessage(LogLevel.Error, "The sample morning broke off; delete the folder of data to have it anew.")]
    private partial void LogBroken(Exception fault);
}
