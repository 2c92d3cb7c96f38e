using System.Collections.Concurrent;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using PublicAdmin.Platform;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Attack.Fuzz;

/// <summary>An office whose good answers are noted, operation by operation, and the last bad one of those that have none.</summary>
/// <param name="issuer">The office whose tokens people bring, when it is another: they are worth nothing then.</param>
internal sealed class FuzzedOffice(Office office, ApiDescription description, ReachedOperations reached, Office? issuer = null) : IOffice
{
    private static readonly SocketsHttpHandler Line = new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        RequestHeaderEncodingSelector = (_, _) => Encoding.Latin1
    };

    private readonly ConcurrentDictionary<string, HttpClient> _clients = new();

    public Office Inner => office;

    public HttpClient Http => ClientOf(null);

    public HttpClient As(string persona) => ClientOf(persona);

    public string OfficeOf(string persona) => office.OfficeOf(persona);

    public Task DeliverMessagesAsync(int atOnce = 1) => office.DeliverMessagesAsync(atOnce);

    /// <summary>Later in the day or the week: whoever is signed in signs in again.</summary>
    public void GoTo(string at)
    {
        office.Clock.GoTo(DateTimeOffset.Parse(at, CultureInfo.InvariantCulture));
        _clients.Clear();
    }

    /// <summary>Sends what should succeed; whether it did is asked in the end, of all operations at once.</summary>
    /// <param name="persona">Null for nobody.</param>
    /// <param name="line">Such as <c>POST /api/search</c>.</param>
    /// <param name="body">Content, bytes, or whatever is sent as JSON.</param>
    /// <param name="headers">More headers.</param>
    /// <returns>What was answered in JSON; an object without anything in it for all else.</returns>
    public async Task<JsonElement> SayAsync(string? persona, string line, object? body = null, params (string Name, string Value)[] headers)
    {
        var space = line.IndexOf(' ', StringComparison.Ordinal);
        using var request = new HttpRequestMessage(new HttpMethod(line[..space]), line[(space + 1)..]) { Content = ContentOf(body) };
        request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString("N"));
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        using var answer = await ClientOf(persona).SendAsync(request);
        return answer.IsSuccessStatusCode && answer.Content.Headers.ContentType?.MediaType == "application/json"
            ? JsonElement.Parse(await answer.Content.ReadAsStringAsync()) : JsonElement.Parse("{}");
    }

    /// <summary>Without a note of the answer.</summary>
    public async Task<HttpResponseMessage> SendAsync(SentRequest request, HttpMethod? method = null)
    {
        using var message = request.ToMessage();
        message.Method = method ?? message.Method;
        message.Options.Set(Unnoted, true);
        return await ClientOf(request.Caller).SendAsync(message);
    }

    private static readonly HttpRequestOptionsKey<bool> Unnoted = new("unnoted");

    private static HttpContent? ContentOf(object? body)
    {
        if (body is null or HttpContent)
        {
            return body as HttpContent;
        }

        var content = new ByteArrayContent(body as byte[] ?? JsonSerializer.SerializeToUtf8Bytes(body, body.GetType(), OfficeJson.Options));
        content.Headers.ContentType = new MediaTypeHeaderValue(body is byte[]? "application/octet-stream" : "application/json");
        return content;
    }

    private HttpClient ClientOf(string? persona) => _clients.GetOrAdd(persona ?? "", _ =>
    {
        var client = new HttpClient(new Noting(this, persona), disposeHandler: false) { BaseAddress = office.Http.BaseAddress };
        client.DefaultRequestHeaders.Authorization = persona is null ? null : new("Bearer", (issuer ?? office).TokenOf(persona));
        return client;
    });

    private async Task NoteAsync(string? persona, HttpRequestMessage request, HttpResponseMessage answer)
    {
        if (description.Find(request.Method.Method, Uri.UnescapeDataString(request.RequestUri!.AbsolutePath)) is { } operation)
        {
            await answer.Content.LoadIntoBufferAsync();
            reached.Note(
                await SentRequest.OfAsync(this, operation, persona, request), answer.StatusCode,
                (int)answer.StatusCode < 400 ? "" : await answer.Content.ReadAsStringAsync());
        }
    }

    private sealed class Noting(FuzzedOffice office, string? persona) : DelegatingHandler(Line)
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var answer = await base.SendAsync(request, cancellationToken);
            if (!request.Options.TryGetValue(Unnoted, out _))
            {
                await office.NoteAsync(persona, request, answer);
            }

            return answer;
        }
    }
}
