using System.Net.Http.Headers;

namespace PublicAdmin.Signing.Status;

/// <summary>
/// Fetches answers and lists from authorities over HTTP (RFC 6960 appendix A.1, RFC 5280 section 4.2.1.13), within five seconds and five megabytes:
/// whatever stands at the other end, the office waits no longer and keeps no more.
/// </summary>
internal sealed class AuthorityWire(HttpClient http)
{
    private const int MostBytes = 5 * 1024 * 1024;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <returns>Null when nothing usable came in time.</returns>
    public Task<byte[]?> AskAsync(Uri address, byte[] question, CancellationToken ct)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new ByteArrayContent(question) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/ocsp-request");
        return SendAsync(request, ct);
    }

    public Task<byte[]?> GetAsync(Uri address, CancellationToken ct) => SendAsync(new HttpRequestMessage(HttpMethod.Get, address), ct);

    private async Task<byte[]?> SendAsync(HttpRequestMessage request, CancellationToken ct)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(Patience);
        try
        {
            using (request)
            using (var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, patience.Token))
            {
                return answer.IsSuccessStatusCode ? await ReadAsync(answer.Content, patience.Token) : null;
            }
        }
        catch (Exception e) when (e is HttpRequestException or IOException || (e is OperationCanceledException && !ct.IsCancellationRequested))
        {
            return null;
        }
    }

    private static async Task<byte[]?> ReadAsync(HttpContent content, CancellationToken ct)
    {
        await using var stream = await content.ReadAsStreamAsync(ct);
        var (body, buffer) = (new MemoryStream(), new byte[16 * 1024]);
        for (int read; (read = await stream.ReadAsync(buffer, ct)) > 0 && body.Length <= MostBytes;)
        {
            body.Write(buffer, 0, read);
        }

        return body.Length is > 0 and <= MostBytes ? body.ToArray() : null;
    }
}
