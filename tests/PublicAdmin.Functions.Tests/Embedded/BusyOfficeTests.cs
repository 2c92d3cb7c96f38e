using System.Net;
using System.Net.Sockets;
using System.Text;
using PublicAdmin.Embedded.Http;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Embedded;

/// <summary>What host.json says of HTTP: how many at once, how many wait, and how long a function may take.</summary>
public sealed class BusyOfficeTests
{
    private const string SlowBody = "POST /api/tracking HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{";

    [Fact]
    public async Task Beyond_what_it_takes_at_once_the_office_says_so_and_when_to_come_back()
    {
        await using var office = await Office.OpenAsync(
            settings: ["--AzureFunctionsJobHost:extensions:http:maxConcurrentRequests=1", "--AzureFunctionsJobHost:extensions:http:maxOutstandingRequests=0"]);
        using var room = await office.The<Lanes>()
            .EnterAsync(new LaneAsked(Lane.Anonymous, "127.0.0.0", "127.0.0.0", IsTransfer: false), CancellationToken.None);

        using var refused = await UntilAsync(office, HttpStatusCode.ServiceUnavailable);
        room!.Dispose();
        using var served = await UntilAsync(office, HttpStatusCode.OK);

        Assert.Contains("\"code\":\"too-busy\"", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal("2", refused.Headers.GetValues("Retry-After").Single());
    }

    [Fact]
    public async Task A_function_that_takes_longer_than_host_json_allows_is_cut_off()
    {
        await using var office = await Office.OpenAsync(settings: "--AzureFunctionsJobHost:functionTimeout=00:00:01");
        using var line = await ConnectAsync(office);
        await line.GetStream().WriteAsync(Encoding.ASCII.GetBytes(SlowBody));

        var buffer = new byte[8 * 1024];
        var answer = Encoding.UTF8.GetString(buffer, 0, await line.GetStream().ReadAsync(buffer));

        Assert.StartsWith("HTTP/1.1 503", answer, StringComparison.Ordinal);
        Assert.Contains("\"code\":\"took-too-long\"", answer, StringComparison.Ordinal);
    }

    private static async Task<TcpClient> ConnectAsync(Office office)
    {
        var line = new TcpClient();
        await line.ConnectAsync(office.Http.BaseAddress!.Host, office.Http.BaseAddress.Port);
        return line;
    }

    private static async Task<HttpResponseMessage> UntilAsync(Office office, HttpStatusCode status)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (true)
        {
            var answer = await office.Http.GetAsync("/api/health", patience.Token);
            if (answer.StatusCode == status)
            {
                return answer;
            }

            answer.Dispose();
        }
    }
}
