using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Embedded;

public sealed class HttpTests : IAsyncLifetime
{
    private Office _office = null!;

    private string FilingLine =>
        $"POST /api/dossiers HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {_office.TokenOf("mai")}\r\nIdempotency-Key: 12345678\r\nContent-Type: "
            + $"application/json\r\n";

    public async Task InitializeAsync() => _office = await Office.OpenAsync();

    public async Task DisposeAsync() => await _office.DisposeAsync();

    [Theory]
    [InlineData("/api/unknown")]
    [InlineData("/unknown/too")]
    [InlineData("/api/health/more")]
    public async Task An_unknown_route_is_a_problem_with_a_code(string route)
    {
        var answer = await _office.Http.GetAsync(route);

        Assert.Equal((HttpStatusCode.NotFound, "route-unknown"), (answer.StatusCode, await CodeAsync(answer)));
    }

    [Fact]
    public async Task A_wrong_method_is_told_the_right_one()
    {
        var answer = await _office.Http.DeleteAsync("/api/health");

        Assert.Equal((HttpStatusCode.MethodNotAllowed, "method-not-allowed"), (answer.StatusCode, await CodeAsync(answer)));
        Assert.Equal(["GET", "HEAD"], answer.Content.Headers.Allow.Order());
    }

    [Fact]
    public async Task A_problem_speaks_Vietnamese_unless_English_is_asked_for()
    {
        var vietnamese = await DetailAsync(await _office.Http.GetAsync("/api/unknown"));
        _office.Http.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en-GB,vi;q=0.5");
        var english = await DetailAsync(await _office.Http.GetAsync("/api/unknown"));

        Assert.StartsWith("Không có địa chỉ này", vietnamese);
        Assert.StartsWith("There is no such address", english);
    }

    [Fact]
    public async Task A_request_keeps_the_id_and_trace_it_came_with()
    {
        const string Trace = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
        _office.Http.DefaultRequestHeaders.Add("X-Request-Id", "counter-7:12");
        _office.Http.DefaultRequestHeaders.Add("traceparent", Trace);

        var answer = await _office.Http.GetAsync("/api/unknown");

        Assert.Equal("counter-7:12", Assert.Single(answer.Headers.GetValues("X-Request-Id")));
        Assert.Equal(Trace, Assert.Single(answer.Headers.GetValues("traceparent")));
        Assert.Equal("counter-7:12", (await ProblemAsync(answer)).GetProperty("requestId").GetString());
    }

    [Fact]
    public async Task An_id_that_could_spoil_a_log_is_replaced()
    {
        _office.Http.DefaultRequestHeaders.TryAddWithoutValidation("X-Request-Id", "a b<script>");

        var answer = await _office.Http.GetAsync("/api/health");

        Assert.DoesNotContain("script", Assert.Single(answer.Headers.GetValues("X-Request-Id")));
    }

    [Fact]
    public async Task Answers_carry_the_safe_headers_and_do_not_name_the_server()
    {
        var answer = await _office.Http.GetAsync("/api/health");

        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("no-referrer", Assert.Single(answer.Headers.GetValues("Referrer-Policy")));
        Assert.Contains("default-src 'none'", Assert.Single(answer.Headers.GetValues("Content-Security-Policy")));
        Assert.True(answer.Headers.CacheControl!.NoStore);
        Assert.Empty(answer.Headers.Server);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    public async Task Answers_are_compressed_for_those_who_can_read_it(string encoding)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/health");
        request.Headers.AcceptEncoding.Add(new StringWithQualityHeaderValue(encoding));

        var answer = await _office.Http.SendAsync(request);

        Assert.Equal([encoding], answer.Content.Headers.ContentEncoding);
    }

    [Fact]
    public async Task A_body_of_100_MB_is_refused_by_its_length_before_it_is_sent()
    {
        var answer = await ExchangeAsync($"{FilingLine}Content-Length: 104857600\r\n\r\n");

        Assert.StartsWith("HTTP/1.1 413", answer);
        Assert.Contains("Connection: close", answer);
        Assert.Contains("\"code\":\"body-too-large\"", answer);
    }

    [Fact]
    public async Task A_body_that_hides_its_length_is_cut_at_the_limit()
    {
        var mebibyte = $"100000\r\n{new string(' ', 1 << 20)}\r\n";

        var answer = await ExchangeAsync($"{FilingLine}Transfer-Encoding: chunked\r\n\r\n{mebibyte}");

        Assert.StartsWith("HTTP/1.1 413", answer);
    }

    [Fact]
    public async Task A_body_that_trickles_is_cut_off()
    {
        var answer = await ExchangeAsync($"{FilingLine}Content-Length: 1000\r\n\r\n{{");

        Assert.StartsWith("HTTP/1.1 408", answer);
        Assert.Contains("body-too-slow", answer);
    }

    [Theory]
    [InlineData("GET /api/health HTTP/9.9\r\nHost: x\r\n\r\n", "HTTP/1.1 505")]
    [InlineData("NONSENSE\r\n\r\n", "HTTP/1.1 400")]
    public async Task What_is_not_HTTP_is_refused(string request, string answer) => Assert.StartsWith(answer, await ExchangeAsync(request));

    [Fact]
    public async Task A_request_line_or_header_beyond_the_limit_is_refused()
    {
        Assert.StartsWith("HTTP/1.1 414", await ExchangeAsync($"GET /api/{new string('a', 5000)} HTTP/1.1\r\nHost: x\r\n\r\n"));
        Assert.StartsWith("HTTP/1.1 431", await ExchangeAsync($"GET /api/health HTTP/1.1\r\nHost: x\r\nX: {new string('a', 17_000)}\r\n\r\n"));
    }

    [Fact]
    public async Task It_is_ready_when_tables_queues_and_blobs_work()
    {
        var answer = await _office.Http.GetAsync("/api/ready");

        Assert.Equal("""{"status":"ready"}""", await answer.Content.ReadAsStringAsync());
    }

    /// <summary>Sends bytes as they are and reads until the server closes or falls silent.</summary>
    private async Task<string> ExchangeAsync(string request)
    {
        using var line = new TcpClient();
        await line.ConnectAsync(_office.Http.BaseAddress!.Host, _office.Http.BaseAddress.Port);
        await line.GetStream().WriteAsync(Encoding.ASCII.GetBytes(request));
        var buffer = new byte[16 * 1024];
        return Encoding.UTF8.GetString(buffer, 0, await line.GetStream().ReadAsync(buffer));
    }

    private static async Task<JsonElement> ProblemAsync(HttpResponseMessage answer)
    {
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        return JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
    }

    private static async Task<string?> CodeAsync(HttpResponseMessage answer) => (await ProblemAsync(answer)).GetProperty("code").GetString();

    private static async Task<string?> DetailAsync(HttpResponseMessage answer) => (await ProblemAsync(answer)).GetProperty("detail").GetString();
}
