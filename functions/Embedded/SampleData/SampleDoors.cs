using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using PublicAdmin.Embedded.DevelopmentSignIn;
using PublicAdmin.Offices;
using PublicAdmin.Platform;

namespace PublicAdmin.Embedded.SampleData;

/// <summary>The office's own doors, as the invented people use them.</summary>
internal sealed class SampleDoors(IServer server, DevelopmentIssuer issuer, OfficeDirectory offices, TimeProvider clock)
{
    private const int Tries = 200;

    private static readonly TimeSpan BetweenTries = TimeSpan.FromMilliseconds(50);

    // Others are at work on the same dossier: a look-up is being noted, a result is being sealed. Whoever is told to come back does.
    public async Task<JsonElement> SendAsync(
        string persona, HttpMethod method, string path, HttpContent? body, CancellationToken ct, string? key = null)
    {
        for (var n = 1; ; n++)
        {
            using var response = await SendOnceAsync(persona, method, path, body, key, ct);
            var answer = await response.Content.ReadAsStringAsync(ct);
            if (response.IsSuccessStatusCode)
            {
                return answer.Length is 0 ? default : JsonSerializer.Deserialize<JsonElement>(answer);
            }

            if (n == Tries || response.StatusCode is not (HttpStatusCode.Conflict or HttpStatusCode.PreconditionFailed))
            {
                throw new InvalidOperationException($"The sample was refused at {path}: {answer}");
            }

            await Task.Delay(BetweenTries, ct);
        }
    }

    /// <param name="key">Sent again, it is the same request; null where it does not matter.</param>
    public Task<JsonElement> TellAsync(string persona, string path, string? body, CancellationToken ct, string? key = null) =>
        SendAsync(persona, HttpMethod.Post, path, body is null ? null : new StringContent(body, null, "application/json"), ct, key);

    public Task<JsonElement> ReadAsync(string persona, string path, CancellationToken ct) => SendAsync(persona, HttpMethod.Get, path, null, ct);

    /// <summary>Hands a paper in, as whoever files it does.</summary>
    /// <param name="owner">Personal number of the applicant; null when the filer is the applicant.</param>
    /// <returns>The upload's id.</returns>
    public async Task<string> UploadAsync(string filer, string name, byte[] file, string? owner, CancellationToken ct)
    {
        var announced = new JsonObject
        {
            ["name"] = name,
            ["size"] = file.Length,
            ["sha256"] = Convert.ToHexStringLower(SHA256.HashData(file)),
            ["chunkSize"] = 4 * 1024 * 1024,
        };
        if (owner is not null)
        {
            announced["onBehalfOf"] = owner;
        }

        var started = await TellAsync(filer, "/api/uploads", announced.ToJsonString(), ct);
        var id = started.GetProperty("id").GetString()!;
        foreach (var _ in started.GetProperty("missing").EnumerateArray())
        {
            var chunk = new ByteArrayContent(file);
            chunk.Headers.Add("Content-Digest", $"sha-256=:{Convert.ToBase64String(SHA256.HashData(file))}:");
            await SendAsync(filer, HttpMethod.Put, $"/api/uploads/{id}/chunks/0", chunk, ct);
        }

        await TellAsync(filer, $"/api/uploads/{id}/completion", null, ct);
        return id;
    }

    /// <summary>"{clerk-muong-ang}" in a story stands for the code of the office where that person works, "{id:…}" for the person's id.</summary>
    public string Filled(JsonElement template)
    {
        var text = template.GetRawText();
        foreach (var persona in Personas.All.Where(persona => text.Contains($"{persona.Key}}}", StringComparison.Ordinal)))
        {
            text = text.Replace($"{{id:{persona.Key}}}", persona.Id, StringComparison.Ordinal)
                .Replace($"{{{persona.Key}}}", persona.OfficeIn(offices, clock.Today()), StringComparison.Ordinal);
        }

        return text;
    }

    private async Task<HttpResponseMessage> SendOnceAsync(
        string persona, HttpMethod method, string path, HttpContent? body, string? key, CancellationToken ct)
    {
        var address = server.Features.Get<IServerAddressesFeature>()!.Addresses.First(address => address.StartsWith("http://", StringComparison.Ordinal));
        using var http = new HttpClient(new SocketsHttpHandler()) { BaseAddress = new Uri(address) };
        using var request = new HttpRequestMessage(method, path) { Content = body };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", issuer.Issue(Personas.Find(persona)!).Token);
        request.Headers.Add("Idempotency-Key", key ?? Guid.NewGuid().ToString("N"));
        var response = await http.SendAsync(request, ct);
        request.Content = null; // Sent again when others were at work: it is not disposed with the request.
        return response;
    }
}
