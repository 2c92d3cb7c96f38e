using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text;
using PublicAdmin.Processing.Deciding;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Attack;

/// <summary>Requests that used to end in a fault of ours, and those the server answered with nothing to read.</summary>
public sealed class OddRequestsTests
{
    [Theory]
    [InlineData("*", HttpStatusCode.BadRequest, "if-match-unusable")]
    [InlineData("\"1\", \"2\"", HttpStatusCode.BadRequest, "if-match-unusable")]
    [InlineData("abc", HttpStatusCode.BadRequest, "if-match-unusable")]
    [InlineData("\"a\"", HttpStatusCode.PreconditionFailed, null)]
    [InlineData("W/\"1\"", HttpStatusCode.PreconditionFailed, null)]
    [InlineData("\"99999999999999999999\"", HttpStatusCode.PreconditionFailed, null)]
    [InlineData("\"-1\"", HttpStatusCode.PreconditionFailed, null)]
    public async Task No_shape_of_If_Match_is_a_fault_or_a_way_round_the_version(string tag, HttpStatusCode status, string? code)
    {
        await using var office = await Office.OpenAsync();
        using var mai = office.As("mai");
        (await mai.PutAsJsonAsync("/api/drafts/d", new { form = new { a = 1 } })).EnsureSuccessStatusCode();
        using var request = new HttpRequestMessage(HttpMethod.Put, "/api/drafts/d") { Content = JsonContent.Create(new { form = new { a = 2 } }) };
        request.Headers.TryAddWithoutValidation("If-Match", tag);

        var refused = await mai.SendAsync(request).ProblemAsync(status);

        Assert.True(code is null || refused.Code == code, refused.Code);
    }

    [Fact]
    public async Task What_must_be_verified_is_not_recorded_while_the_clock_stands()
    {
        await using var office = await Office.OpenAsync();
        var code = (await office.As("mai").FileAsync(Filings.MaritalStatus(office.OfficeOf("clerk-muong-ang")))).Code;
        await office.As("clerk-muong-ang").ActAsync(code, "acceptance");
        using var officer = office.As("officer-muong-ang");
        await officer.ActAsync(code, "taking");
        await officer.ActAsync(code, "supplement-request", new SupplementRequestForm([new("Tờ khai", "Chưa ký", "to-khai")], "Lò Thị Hương"));

        Assert.Equal(
            "dossier-wrong-phase",
            await officer.SendActAsync(code, "verification", new VerificationForm("Xác minh nơi cư trú.")).Problem(HttpStatusCode.Conflict));
    }

    [Fact]
    public async Task However_many_completions_race_each_is_told_that_the_paper_is_there()
    {
        await using var office = await Office.OpenAsync();
        using var mai = office.As("mai");
        for (var round = 0; round < 12; round++)
        {
            var file = SampleScans.Png(600 + round, 800, dpi: null);
            var upload = await (await mai.AnnounceAsync(file)).ReadAsync();
            foreach (var chunk in upload.GetProperty("missing").EnumerateArray().Select(chunk => chunk.GetInt32()))
            {
                (await mai.SendChunkAsync(upload, file, chunk)).EnsureSuccessStatusCode();
            }

            var answers = await Task.WhenAll(Enumerable.Range(0, 24).Select(_ => mai.PostAsync($"/api/uploads/{upload.IdOf()}/completion", null)));

            Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));
        }
    }

    [Fact]
    public async Task A_damaged_upload_is_refused_to_every_completion_that_races()
    {
        await using var office = await Office.OpenAsync();
        using var mai = office.As("mai");
        var file = Enumerable.Range(0, 200_000).Select(n => (byte)n).ToArray();
        var upload = await (await mai.AnnounceAsync(file, chunkSize: 65_536)).ReadAsync();
        var damaged = file.ToArray();
        damaged[70_000] ^= 1;
        foreach (var chunk in Enumerable.Range(0, 4))
        {
            (await mai.SendChunkAsync(upload, damaged, chunk)).EnsureSuccessStatusCode();
        }

        var answers = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => mai.PostAsync($"/api/uploads/{upload.IdOf()}/completion", null)));

        Assert.All(answers, answer => Assert.Contains((int)answer.StatusCode, new[] { 409, 422 }));
        Assert.Contains(answers, answer => answer.StatusCode is HttpStatusCode.UnprocessableEntity);
    }

    [Theory]
    [InlineData("NONSENSE\r\n\r\n", 400, "request-broken")]
    [InlineData("GET /api/health HTTP/1.1\r\n\r\n", 400, "request-broken")]
    [InlineData("GET /api/health HTTP/9.9\r\nHost: x\r\n\r\n", 505, "request-broken")]
    public async Task What_the_server_refuses_by_itself_is_a_problem_like_any_other(string request, int status, string code)
    {
        await using var office = await Office.OpenAsync();

        var answer = await ExchangeAsync(office, request);

        Assert.StartsWith($"HTTP/1.1 {status}", answer, StringComparison.Ordinal);
        Assert.Contains("application/problem+json", answer, StringComparison.Ordinal);
        Assert.Contains($"\"code\":\"{code}\"", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Too_long_an_address_or_header_is_a_problem_like_any_other()
    {
        await using var office = await Office.OpenAsync();

        Assert.Contains(
            "\"code\":\"address-too-long\"", await ExchangeAsync(office, $"GET /api/{new string('a', 5000)} HTTP/1.1\r\nHost: x\r\n\r\n"),
            StringComparison.Ordinal);
        Assert.Contains(
            "\"code\":\"headers-too-long\"", await ExchangeAsync(office, $"GET /api/health HTTP/1.1\r\nHost: x\r\nX: {new string('a', 17_000)}\r\n\r\n"),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/api/procedures?q=khai")]
    [InlineData("/api/health")]
    public async Task HEAD_answers_like_GET_without_a_body(string path)
    {
        await using var office = await Office.OpenAsync();
        var got = await office.Http.GetAsync(path);

        using var request = new HttpRequestMessage(HttpMethod.Head, path);
        using var head = await office.Http.SendAsync(request);

        Assert.Equal((got.StatusCode, got.Content.Headers.ContentType), (head.StatusCode, head.Content.Headers.ContentType));
        Assert.Equal(got.Headers.ETag, head.Headers.ETag);
        Assert.Empty(await head.Content.ReadAsByteArrayAsync());
    }

    private static async Task<string> ExchangeAsync(Office office, string request)
    {
        using var line = new TcpClient();
        await line.ConnectAsync(office.Http.BaseAddress!.Host, office.Http.BaseAddress.Port);
        await line.GetStream().WriteAsync(Encoding.ASCII.GetBytes(request));
        using var reader = new StreamReader(line.GetStream());
        return await reader.ReadToEndAsync();
    }
}
