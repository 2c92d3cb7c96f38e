using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using PublicAdmin.Dossiers;
using PublicAdmin.Platform;
using PublicAdmin.Portal.Inbound;
using PublicAdmin.Submission;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Portal;

/// <summary>
/// The National Portal as it files here: it signs its requests and keeps files, over real HTTP, misbehaving as a test wishes: down, breaking off halfway,
/// giving other bytes, having nothing.
/// </summary>
internal sealed class PortalStore : IAsyncDisposable
{
    public const string Key = "cong-2026";

    private const string Secret = "mot-bi-mat-du-dai-cho-ca-tinh-dien-bien-2026";

    private readonly WebApplication _app;
    private readonly Dictionary<string, byte[]> _files = [];

    private PortalStore(WebApplication app) => _app = app;

    public bool IsDown { get; set; }

    /// <summary>How many times a file breaks off halfway before it comes whole.</summary>
    public int BreaksOff { get; set; }

    /// <summary>Bytes it gives in place of any file; null for the right ones.</summary>
    public byte[]? Lies { get; set; }

    /// <summary>A link is for one use.</summary>
    public bool LinksOnce { get; set; }

    public int Served { get; private set; }

    public string[] Settings => [$"--Portal:FilesAddress={Address}", $"--Portal:FilingKeys=cu:{new string('x', 40)} {Key}:{Secret}"];

    private string Address => $"{_app.Urls.First()}/tep/";

    public static async Task<PortalStore> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder(["--hostBuilder:reloadConfigOnChange=false"]);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var store = new PortalStore(builder.Build());
        store._app.Run(store.AnswerAsync);
        await store._app.StartAsync();
        return store;
    }

    /// <summary>A file it keeps, as it is named in a filing.</summary>
    public PortalFile Keep(string component, byte[] bytes, string name = "giấy chứng sinh.pdf")
    {
        var id = $"T{_files.Count + 1}";
        _files[id] = bytes;
        return new PortalFile(id, component, name, $"{Address}{id}", Uploads.Sha256(bytes), bytes.Length);
    }

    /// <param name="how">down, lies, longer or gone.</param>
    public void Misbehave(string how)
    {
        IsDown = how == "down";
        Lies = how switch { "lies" => SampleScans.Pdf(pages: 2), "longer" => [.. SampleScans.Pdf(), 0], _ => null };
        if (how == "gone")
        {
            _files.Clear();
        }
    }

    /// <param name="office">Where it is filed.</param>
    /// <param name="form">What.</param>
    /// <param name="change">What a test does to the signed request before it leaves.</param>
    public static Task<HttpResponseMessage> SendAsync(Office office, PortalFilingForm form, Action<HttpRequestMessage>? change = null)
    {
        var request = Signed(JsonSerializer.SerializeToUtf8Bytes(form, OfficeJson.Options), office.Clock.GetUtcNow());
        change?.Invoke(request);
        return office.Http.SendAsync(request);
    }

    public static async Task<FilingReceipt> FileAsync(Office office, PortalFilingForm form) =>
        await Counter.ReadAsync<FilingReceipt>(await SendAsync(office, form), HttpStatusCode.Created);

    public static HttpRequestMessage Signed(byte[] body, DateTimeOffset at, string? nonce = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/api/portal/filings") { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        foreach (var (name, value) in HeadersOf(body, at, nonce))
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return request;
    }

    /// <summary>Written out from the description of the API, not with the office's own code.</summary>
    public static (string Name, string Value)[] HeadersOf(byte[] body, DateTimeOffset at, string? nonce = null)
    {
        var time = at.ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture);
        var digest = $"sha-256=:{Convert.ToBase64String(SHA256.HashData(body))}:";
        nonce ??= Guid.NewGuid().ToString("N");
        var text = $"POST\n/api/portal/filings\n{Key}\n{time}\n{nonce}\n{digest}";
        var signature = Convert.ToHexStringLower(HMACSHA256.HashData(System.Text.Encoding.UTF8.GetBytes(Secret), System.Text.Encoding.UTF8.GetBytes(text)));
        return [("X-Key-Id", Key), ("X-Timestamp", time), ("X-Nonce", nonce), ("Content-Digest", digest), ("X-Signature", signature)];
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private void Used(string id)
    {
        if (LinksOnce)
        {
            _files.Remove(id);
        }
    }

    private async Task AnswerAsync(HttpContext context)
    {
        if (IsDown)
        {
            context.Response.StatusCode = 503;
            return;
        }

        if (!_files.TryGetValue(context.Request.Path.Value!.Split('/')[^1], out var kept))
        {
            context.Response.StatusCode = 404;
            return;
        }

        Served++;
        Used(context.Request.Path.Value!.Split('/')[^1]);
        var bytes = Lies ?? kept;
        if (BreaksOff-- > 0)
        {
            context.Response.ContentLength = bytes.Length;
            await context.Response.Body.WriteAsync(bytes.AsMemory(0, bytes.Length / 2));
            context.Abort();
            return;
        }

        await context.Response.Body.WriteAsync(bytes);
    }
}
