using System.Net;
using System.Net.Sockets;
using System.Text;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Attack;

/// <summary>Whoever sends far too much is refused with a code, and the refusal arrives although nobody reads what was sent.</summary>
public sealed class LastWordsTests : IAsyncLifetime
{
    private const int Times = 5;

    private Office _office = null!;

    public static TheoryData<string, int, string> Excesses() => new()
    {
        { Line(5_000), 414, "address-too-long" },
        { Line(8 * 1024), 414, "address-too-long" },
        { Line(64 * 1024), 414, "address-too-long" },
        { Line(1_000_000), 414, "address-too-long" },
        { Headers(1, 17_000), 431, "headers-too-long" },
        { Headers(1, 1_000_000), 431, "headers-too-long" },
        { Headers(60, 10), 431, "headers-too-long" },
        { Headers(20_000, 10), 431, "headers-too-long" },
        { "NONSENSE\r\n\r\n" + new string('z', 500_000), 400, "request-broken" },
        { Body("POST /api/tracking", 8_000_000), 413, "body-too-large" },
        { Body("POST /api/dossiers", 200_000), 401, "sign-in-first" },
        { Body("PUT /api/health", 8_000_000), 405, "method-not-allowed" },
        { Body("POST /api/nothing", 8_000_000), 404, "route-unknown" },
    };

    public async Task InitializeAsync() => _office = await Office.OpenAsync();

    public Task DisposeAsync() => _office.DisposeAsync().AsTask();

    [Theory]
    [MemberData(nameof(Excesses))]
    public async Task Every_time_the_refusal_arrives_before_the_line_ends(string request, int status, string code)
    {
        for (var time = 0; time < Times; time++)
        {
            var answer = await ExchangeAsync(request);

            Assert.StartsWith($"HTTP/1.1 {status}", answer, StringComparison.Ordinal);
            Assert.Contains($"\"code\":\"{code}\"", answer, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_usual_client_gets_an_answer_to_an_address_of_any_length()
    {
        for (var length = 3_000; length < 60_000; length += 950)
        {
            using var answer = await _office.Http.GetAsync($"/api/procedures?q={new string('a', length)}");

            Assert.Contains(answer.StatusCode, new[] { HttpStatusCode.OK, HttpStatusCode.BadRequest, HttpStatusCode.RequestUriTooLong });
        }
    }

    [Fact]
    public async Task However_much_was_answered_on_the_line_before_the_refusal_is_whole()
    {
        for (var before = 0; before < 60; before++)
        {
            var answers = await UntilRefusedAsync(string.Concat(Enumerable.Repeat("HEAD /api/health HTTP/1.1\r\nHost: x\r\n\r\n", before)) + Line(5_000));

            Assert.Equal(before + 1, answers.Split("HTTP/1.1 ").Length - 1);
            Assert.Contains("\"code\":\"address-too-long\"", answers, StringComparison.Ordinal);
        }
    }

    // The last answer is whole when its code is there, or the line has ended.
    private async Task<string> UntilRefusedAsync(string requests)
    {
        using var line = await SendAsync(requests);
        using var reader = new StreamReader(line.GetStream());
        var (answers, part) = ("", new char[8 * 1024]);
        for (var read = 1; read > 0 && !answers.Contains("\"code\"", StringComparison.Ordinal);)
        {
            read = await reader.ReadAsync(part);
            answers += new string(part, 0, read);
        }

        return answers;
    }

    private async Task<TcpClient> SendAsync(string request)
    {
        var line = new TcpClient();
        await line.ConnectAsync(_office.Http.BaseAddress!.Host, _office.Http.BaseAddress.Port);
        await line.GetStream().WriteAsync(Encoding.ASCII.GetBytes(request));
        return line;
    }

    private static string Line(int letters) => $"GET /api/procedures?q={new string('a', letters)} HTTP/1.1\r\nHost: x\r\n\r\n";

    private static string Headers(int count, int letters) =>
        $"GET /api/health HTTP/1.1\r\nHost: x\r\n{string.Concat(Enumerable.Range(0, count).Select(n => $"X-{n}: {new string('a', letters)}\r\n"))}\r\n";

    private static string Body(string line, int bytes) =>
        $"{line} HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: {bytes}\r\n\r\n{new string('z', bytes)}";

    // All of it is sent before anything is read, as most clients do; to be told in the middle is a lost answer for them.
    private async Task<string> ExchangeAsync(string request)
    {
        using var line = await SendAsync(request);
        using var reader = new StreamReader(line.GetStream());
        var answer = new StringBuilder();
        for (var row = await reader.ReadLineAsync(); row?.Length > 0; row = await reader.ReadLineAsync())
        {
            answer.AppendLine(row);
        }

        var body = new char[8 * 1024];
        return answer.Append(body, 0, await reader.ReadAsync(body)).ToString();
    }
}
