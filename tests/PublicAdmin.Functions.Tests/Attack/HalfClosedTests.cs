using System.Net.Sockets;
using System.Text;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Attack;

/// <summary>A client that says all it has to say and closes its side at once hears the answer, whatever it is.</summary>
public sealed class HalfClosedTests : IAsyncLifetime
{
    private const int Times = 5;

    private Office _office = null!;

    public static TheoryData<string, int, string> Requests() => new()
    {
        { "GET /api/health HTTP/1.1\r\nHost: x\r\n\r\n", 200, "alive" },
        { "GET /api/procedures?q=khai%20sinh HTTP/1.1\r\nHost: x\r\n\r\n", 200, "1.001193" },
        { Posted("/api/tracking", """{"code":"H18.88-261120-0001","secret":"ABCDE12345"}"""), 404, "tracking-not-found" },
        { Posted("/api/dossiers", "{}"), 401, "sign-in-first" },
        { Posted("/api/tracking", "{}") + "GET /api/health HTTP/1.1\r\nHost: x\r\n\r\n", 400, "alive" },
        { "GET /api/nothing HTTP/1.1\r\nHost: x\r\n\r\n", 404, "route-unknown" },
        { $"GET /api/procedures?q={new string('a', 5_000)} HTTP/1.1\r\nHost: x\r\n\r\n", 414, "address-too-long" },
        { $"GET /api/health HTTP/1.1\r\nHost: x\r\nX-1: {new string('a', 100_000)}\r\n\r\n", 431, "headers-too-long" },
        { "NONSENSE\r\n\r\n", 400, "request-broken" },
        { "GET /api/health HTTP/1.1\r\nHost: x\r\nX-", 400, "request-broken" },
    };

    public async Task InitializeAsync() => _office = await Office.OpenAsync();

    public Task DisposeAsync() => _office.DisposeAsync().AsTask();

    [Theory]
    [MemberData(nameof(Requests))]
    public async Task It_is_answered(string request, int status, string said)
    {
        for (var time = 0; time < Times; time++)
        {
            var answer = await HearAsync(request);

            Assert.StartsWith($"HTTP/1.1 {status}", answer, StringComparison.Ordinal);
            Assert.Contains(said, answer, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_body_that_ends_too_early_ends_the_line_at_once()
    {
        using var line = await SendAsync("POST /api/tracking HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 400\r\n\r\n{\"code\":");
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(3));

        var heard = await Record.ExceptionAsync(async () => await line.ReadAtLeastAsync(new byte[1], 1, throwOnEndOfStream: false, patience.Token));

        Assert.True(heard is null or IOException, heard?.ToString());
    }

    private static string Posted(string path, string body) =>
        $"POST {path} HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: {body.Length}\r\n\r\n{body}";

    private async Task<string> HearAsync(string request)
    {
        using var line = await SendAsync(request);
        using var reader = new StreamReader(line);
        return await reader.ReadToEndAsync();
    }

    private async Task<NetworkStream> SendAsync(string request)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(_office.Http.BaseAddress!.Host, _office.Http.BaseAddress.Port);
        var line = new NetworkStream(socket, ownsSocket: true);
        await line.WriteAsync(Encoding.ASCII.GetBytes(request));
        socket.Shutdown(SocketShutdown.Send);
        return line;
    }
}
