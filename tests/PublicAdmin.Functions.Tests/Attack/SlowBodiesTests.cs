using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text;
using PublicAdmin.Embedded;
using PublicAdmin.Embedded.Http;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Attack;

/// <summary>A body that drips in holds no room: not one of the two hundred that run, and none of another caller's.</summary>
public sealed class SlowBodiesTests
{
    [Theory]
    [InlineData("POST /api/verification HTTP/1.1\r\nHost: x\r\nContent-Type: application/pdf\r\nContent-Length: 19000000\r\n\r\n%PDF-1.7 ")]
    [InlineData("POST /api/tracking HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 900\r\n\r\n{")]
    public async Task Three_hundred_anonymous_dripping_bodies_keep_nobody_waiting(string beginning)
    {
        await using var office = await Office.OpenAsync();
        var lines = await Task.WhenAll(Enumerable.Range(0, 300).Select(_ => BeginAsync(office, beginning)));
        try
        {
            Assert.Equal(HttpStatusCode.OK, (await office.As("mai").GetAsync("/api/me")).StatusCode);
            Assert.Equal(HttpStatusCode.OK, (await office.Http.GetAsync("/api/procedures?q=khai%20sinh")).StatusCode);
            Assert.Equal(
                HttpStatusCode.NotFound, (await office.Http.PostAsJsonAsync("/api/tracking", new { code = "H18.61-261120-0001", secret = "x" })).StatusCode);
            await office.As("mai").FileAsync(Filings.MaritalStatus(office.OfficeOf("clerk-muong-ang")));
        }
        finally
        {
            Array.ForEach(lines, line => line.Dispose());
        }
    }

    [Fact]
    public async Task What_does_not_fit_into_a_lane_waits_in_the_own_line_and_then_is_told_to_come_back()
    {
        using var lanes = Open(atOnce: 8, waiting: 4);
        var flood = new LaneAsked(Lane.Staff, "clerk", "H18.96", IsTransfer: true);
        var held = new[] { await lanes.EnterAsync(flood, default), await lanes.EnterAsync(flood, default) };

        var waits = lanes.EnterAsync(flood, default).AsTask();
        var turnedAway = await lanes.EnterAsync(flood, default);
        using var filing = await lanes.EnterAsync(new LaneAsked(Lane.Citizen, "mai", "mai", IsTransfer: false), default);
        using var other = await lanes.EnterAsync(new LaneAsked(Lane.Staff, "colleague", "H18.88", IsTransfer: true), default);

        Assert.True(Array.TrueForAll(held, room => room is not null));
        Assert.False(waits.IsCompleted);
        Assert.Null(turnedAway);
        Assert.True(filing is not null && other is not null);
        held[0]!.Dispose();
        Assert.NotNull(await waits);
    }

    [Fact]
    public async Task One_network_of_strangers_cannot_take_all_memory_for_bodies()
    {
        using var lanes = Open(atOnce: 200, waiting: 400);
        const int Largest = 20 * 1024 * 1024;
        using var first = await lanes.ReserveAsync(new LaneAsked(Lane.Anonymous, "203.0.113.0", "203.0.113.0", IsTransfer: true), Largest, default);

        var second = lanes.ReserveAsync(new LaneAsked(Lane.Anonymous, "203.0.113.0", "203.0.113.0", IsTransfer: true), Largest, default).AsTask();
        using var elsewhere = await lanes.ReserveAsync(new LaneAsked(Lane.Anonymous, "198.51.100.0", "198.51.100.0", IsTransfer: true), Largest, default);
        using var signedIn = await lanes.ReserveAsync(new LaneAsked(Lane.Citizen, "mai", "mai", IsTransfer: true), Largest, default);

        Assert.True(first.IsAcquired && elsewhere.IsAcquired && signedIn.IsAcquired);
        Assert.False(second.IsCompleted);
    }

    private static Lanes Open(int atOnce, int waiting) => new(
        new HostSettings(TimeSpan.FromMinutes(5), new(new("", waiting, atOnce), new(1, 1, TimeSpan.FromMinutes(5)))),
        new PublicAdmin.Platform.Http.ClientAddress(Microsoft.Extensions.Options.Options.Create(new PublicAdmin.Platform.Http.ProxySettings())));

    private static async Task<TcpClient> BeginAsync(Office office, string beginning)
    {
        var line = new TcpClient();
        await line.ConnectAsync(office.Http.BaseAddress!.Host, office.Http.BaseAddress.Port);
        await line.GetStream().WriteAsync(Encoding.ASCII.GetBytes(beginning));
        return line;
    }
}
