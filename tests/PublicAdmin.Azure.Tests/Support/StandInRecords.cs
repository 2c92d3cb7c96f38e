using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using Azure.Storage.Blobs;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using PublicAdmin.Platform.Storage;

namespace PublicAdmin.Tests.Azure.Support;

/// <summary>
/// The blobs of the records account: Azurite, and before it what Azurite cannot do. Seals (WORM) are kept, and what is committed to the open container gets
/// its verdict at once, as Defender for Storage gives one. That Azure does both so is for a deployment to show.
/// </summary>
internal sealed class StandInRecords : IAsyncDisposable
{
    private const string Until = "x-ms-immutability-policy-until-date";
    private const string Mode = "x-ms-immutability-policy-mode";
    private const string Clean = "<Tags><TagSet><Tag><Key>Malware Scanning scan result</Key><Value>No threats found</Value></Tag></TagSet></Tags>";
    private readonly WebApplication _app = StandInServer.Build();
    private readonly HttpClient _azurite = new(StandInCertificate.Trusting());
    private readonly ConcurrentDictionary<string, (string Until, string Mode)> _seals = new();
    private long _reads;
    private long _writes;
    private string _fault = "";
    private int _faults;

    public Uri Address => new(new Uri(_app.Urls.First()), Azurite.Running.Blobs.AbsolutePath);

    public static async Task<StandInRecords> StartAsync()
    {
        var records = new StandInRecords();
        records._app.MapFallback("/{**path}", records.TakeAsync);
        await records._app.StartAsync();
        return records;
    }

    /// <summary>Calls that read, and calls that wrote; without those for the verdict on malware, which only Azure has.</summary>
    public (long Reads, long Writes) Asked => (Interlocked.Read(ref _reads), Interlocked.Read(ref _writes));

    /// <summary>The next readings of a blob fail with these words.</summary>
    public void Fail(int times, string words) => (_faults, _fault) = (times, words);

    public BlobServiceClient Account() =>
        new(Address, new StandInTokens(),
            new BlobClientOptions { Transport = new global::Azure.Core.Pipeline.HttpClientTransport(StandInCertificate.Trusting()) });

    public async ValueTask DisposeAsync()
    {
        _azurite.Dispose();
        await _app.DisposeAsync();
    }

    private Task TakeAsync(HttpContext http)
    {
        if (http.Request.Query["comp"] != "tags")
        {
            _ = http.Request.Method is "GET" or "HEAD" ? Interlocked.Increment(ref _reads) : Interlocked.Increment(ref _writes);
        }

        return AnswerAsync(http);
    }

    private Task AnswerAsync(HttpContext http) => (http.Request.Method, http.Request.Query["comp"].ToString()) switch
    {
        ("PUT", "immutabilityPolicies") => SealAsync(http),
        ("GET", "") when Interlocked.Decrement(ref _faults) >= 0 => BreakAsync(http),
        ("PUT", "" or "blocklist") or ("DELETE", _) when SealOf(http) is { } seal && Day(seal.Until) > DateTimeOffset.UtcNow => RefuseAsync(http),
        ("PUT", "" or "blocklist") when http.Request.Path.StartsWithSegments($"{Address.AbsolutePath}/{Containers.Papers}") => CommitAsync(http),
        _ => PassAsync(http),
    };

    private Task SealAsync(HttpContext http)
    {
        _seals[http.Request.Path.Value!] = (http.Request.Headers[Until].ToString(), http.Request.Headers[Mode].ToString());
        Show(http);
        return Task.CompletedTask;
    }

    private static Task RefuseAsync(HttpContext http)
    {
        http.Response.StatusCode = StatusCodes.Status409Conflict;
        http.Response.Headers["x-ms-error-code"] = "BlobImmutableDueToPolicy";
        return Task.CompletedTask;
    }

    private Task BreakAsync(HttpContext http)
    {
        (http.Response.StatusCode, http.Response.ContentType) = (StatusCodes.Status500InternalServerError, "application/xml");
        return http.Response.WriteAsync($"<Error><Code>InternalError</Code><Message>{_fault}</Message></Error>");
    }

    private async Task CommitAsync(HttpContext http)
    {
        await PassAsync(http);
        if (http.Response.StatusCode == StatusCodes.Status201Created)
        {
            using var tags = new HttpRequestMessage(HttpMethod.Put, new Uri(Azurite.Running.Blobs, $"{http.Request.Path.ToUriComponent()}?comp=tags"));
            tags.Headers.TryAddWithoutValidation("Authorization", http.Request.Headers.Authorization.ToString());
            tags.Headers.Add("x-ms-version", http.Request.Headers["x-ms-version"].ToString());
            tags.Content = new StringContent(Clean, Encoding.UTF8, "application/xml");
            (await _azurite.SendAsync(tags)).EnsureSuccessStatusCode();
        }
    }

    private async Task PassAsync(HttpContext http)
    {
        using var request = PassedOn.To(Azurite.Running.Blobs, http);
        using var response = await _azurite.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, http.RequestAborted);
        Show(http);
        await PassedOn.BackAsync(response, http);
    }

    private void Show(HttpContext http)
    {
        if (http.Request.Method is "HEAD" or "PUT" && SealOf(http) is { } seal)
        {
            (http.Response.Headers[Until], http.Response.Headers[Mode]) = (seal.Until, seal.Mode);
        }
    }

    private (string Until, string Mode)? SealOf(HttpContext http) => _seals.TryGetValue(http.Request.Path.Value!, out var seal) ? seal : null;

    private static DateTimeOffset Day(string until) => DateTimeOffset.Parse(until, CultureInfo.InvariantCulture);
}
