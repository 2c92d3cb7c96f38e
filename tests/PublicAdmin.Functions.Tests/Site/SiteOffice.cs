using System.IO.Compression;
using System.Net;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Site;

/// <summary>One office for every look at its pages, and a browser that unpacks nothing by itself.</summary>
public sealed class SiteOffice : IAsyncLifetime, IDisposable
{
    private Office _office = null!;
    private HttpClient _http = null!;

    public async Task InitializeAsync()
    {
        _office = await Office.OpenAsync();
        _http = new HttpClient(new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.None }) { BaseAddress = _office.Http.BaseAddress };
    }

    public async Task DisposeAsync() => await _office.DisposeAsync();

    public void Dispose() => _http.Dispose();

    public async Task<HttpResponseMessage> GetAsync(string address, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await _http.SendAsync(request);
    }

    public async Task<string> ReadAsync(string address, params (string Name, string Value)[] headers)
    {
        using var response = await GetAsync(address, headers);
        return await response.Content.ReadAsStringAsync();
    }

    public async Task<int> PackedLengthAsync(string address)
    {
        using var response = await GetAsync(address, ("Accept-Encoding", "br"));
        response.EnsureSuccessStatusCode();
        return (await response.Content.ReadAsByteArrayAsync()).Length;
    }

    public static async Task<string> UnpackAsync(HttpResponseMessage response, string encoding)
    {
        var packed = await response.Content.ReadAsStreamAsync();
        using var reader = new StreamReader(
            encoding == "br" ? new BrotliStream(packed, CompressionMode.Decompress) : new GZipStream(packed, CompressionMode.Decompress));
        return await reader.ReadToEndAsync();
    }
}
