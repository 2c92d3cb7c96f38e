using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using PublicAdmin.Platform.Http;
using PublicAdmin.Platform.Storage;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Platform;

public class RateLimitsTests
{
    private static readonly RateLimit Guessing = new("guessing", 30, TimeSpan.FromMinutes(10));

    [Fact]
    public async Task A_client_may_fail_so_often_and_then_waits_for_the_window_to_end()
    {
        await using var office = await Office.OpenAsync("2026-11-20T02:03Z");
        var limits = new RateLimits(office.The<ITables>(), office.Clock);

        Assert.Equal(30, await FailAsync(limits, "10.0.0.0"));

        var refusal = limits.Check(Guessing, "10.0.0.0")!;
        Assert.Equal(("too-many-attempts", 420), (refusal.Code, refusal.Facts![HttpAnswers.RetryAfter]));
        Assert.Null(limits.Check(Guessing, "10.0.1.0"));
        office.Clock.Advance(TimeSpan.FromMinutes(7));
        Assert.Null(limits.Check(Guessing, "10.0.0.0"));
        Assert.Equal(30, await FailAsync(limits, "10.0.0.0"));
    }

    [Fact]
    public async Task Two_instances_share_one_account_but_for_the_batch_in_hand()
    {
        await using var office = await Office.OpenAsync();
        var one = new RateLimits(office.The<ITables>(), office.Clock);
        var other = new RateLimits(office.The<ITables>(), office.Clock);
        for (var n = 0; n < 15; n++)
        {
            await one.SpendAsync(Guessing, "10.0.0.0", default);
        }

        Assert.Equal(15, await FailAsync(other, "10.0.0.0"));
        Assert.Equal(1, await FailAsync(one, "10.0.0.0"));
    }

    [Fact]
    public async Task A_restart_forgets_nothing_but_the_batch_in_hand()
    {
        await using var office = await Office.OpenAsync();
        await FailAsync(new RateLimits(office.The<ITables>(), office.Clock), "10.0.0.0");

        Assert.Equal(1, await FailAsync(new RateLimits(office.The<ITables>(), office.Clock), "10.0.0.0"));
    }

    [Fact]
    public async Task A_crowd_of_failures_at_once_never_gets_more_than_its_share()
    {
        await using var office = await Office.OpenAsync();
        var limits = new RateLimits(office.The<ITables>(), office.Clock);

        await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => limits.SpendAsync(Guessing, "10.0.0.0", default)));

        Assert.NotNull(limits.Check(Guessing, "10.0.0.0"));
    }

    [Theory]
    [InlineData("203.0.113.77", "203.0.113.0")]
    [InlineData("::ffff:203.0.113.77", "203.0.113.0")]
    [InlineData("2001:db8:1:2:aaaa:bbbb:cccc:dddd", "2001:db8:1:2::")]
    public void Addresses_of_one_subscriber_are_one_client(string address, string key) =>
        Assert.Equal(key, ClientAddress.NetworkOf(IPAddress.Parse(address)));

    [Theory]
    [InlineData(0, "198.51.100.9", "203.0.113.0")] // Nobody of ours stands in front, so the header is the client's own invention.
    [InlineData(1, "198.51.100.9", "198.51.100.0")]
    [InlineData(1, "192.0.2.1, 198.51.100.9:4711", "198.51.100.0")]
    [InlineData(2, "192.0.2.1, 198.51.100.9", "192.0.2.0")]
    [InlineData(1, "nonsense", "203.0.113.0")]
    [InlineData(3, "198.51.100.9", "203.0.113.0")]
    [InlineData(1, "[2001:db8::7]:443", "2001:db8::")]
    public void Only_our_own_proxies_are_believed(int proxies, string header, string key)
    {
        var settings = Options.Create(new ProxySettings { TrustedProxies = proxies });
        var context = new DefaultHttpContext();
        context.Connection.RemoteIpAddress = IPAddress.Parse("203.0.113.5");
        context.Request.Headers["X-Forwarded-For"] = header;

        Assert.Equal(key, new ClientAddress(settings).KeyOf(context.Request));
    }

    private static async Task<int> FailAsync(RateLimits limits, string client)
    {
        for (var failures = 0; ; failures++)
        {
            if (limits.Check(Guessing, client) is not null || failures > 1_000)
            {
                return failures;
            }

            await limits.SpendAsync(Guessing, client, default);
        }
    }
}
