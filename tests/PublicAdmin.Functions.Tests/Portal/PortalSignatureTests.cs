using System.Net;
using System.Text.Json;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Storage;
using PublicAdmin.Portal.Reconciling;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Portal;

/// <summary>Nobody but the portal files at its door, nobody changes what it sent, and what it sent once is not sent again by another.</summary>
public sealed class PortalSignatureTests
{
    [Theory]
    [InlineData("X-Key-Id", "khac", "portal-signature-wrong")]
    [InlineData("X-Signature", "00", "portal-signature-wrong")]
    [InlineData("X-Nonce", "0123456789abcdef", "portal-signature-wrong")]
    [InlineData("X-Timestamp", "1", "portal-signature-wrong")]
    [InlineData("Content-Digest", "sha-256=:AAAA:", "portal-signature-wrong")]
    public async Task A_request_with_anything_signed_changed_is_refused(string header, string value, string code)
    {
        await using var store = await PortalStore.StartAsync();
        await using var office = await Office.OpenAsync("2026-11-20T02:00Z", store.Settings);

        var problem = await PortalStore.SendAsync(office, PortalFilingTests.Birth(office), request =>
        {
            request.Headers.Remove(header);
            request.Headers.TryAddWithoutValidation(header, value);
        }).ProblemAsync(HttpStatusCode.Unauthorized);

        Assert.Equal(code, problem.Code);
    }

    [Theory]
    [InlineData(-301, "portal-time-off")]
    [InlineData(301, "portal-time-off")]
    [InlineData(-300, "component-missing")]
    [InlineData(300, "component-missing")]
    public async Task The_time_of_signing_may_be_five_minutes_off_and_no_more(int seconds, string code)
    {
        await using var store = await PortalStore.StartAsync();
        await using var office = await Office.OpenAsync("2026-11-20T02:00Z", store.Settings);

        var answer = await office.Http.SendAsync(PortalStore.Signed(BodyOf(office), office.Clock.GetUtcNow().AddSeconds(seconds)));

        Assert.Equal(code, await answer.RefusalAsync());
    }

    [Fact]
    public async Task Another_body_under_the_same_headers_and_the_same_request_a_second_time_are_refused()
    {
        await using var store = await PortalStore.StartAsync();
        await using var office = await Office.OpenAsync("2026-11-20T02:00Z", store.Settings);
        var (body, now) = (BodyOf(office), office.Clock.GetUtcNow());

        var changed = PortalStore.Signed(body, now, "mot-lan-duy-nhat-1");
        changed.Content = new StringContent("{}", System.Text.Encoding.UTF8, "application/json");
        Assert.Equal("portal-digest-wrong", await (await office.Http.SendAsync(changed)).RefusalAsync());
        Assert.Equal("component-missing", await (await office.Http.SendAsync(PortalStore.Signed(body, now, "mot-lan-duy-nhat-1"))).RefusalAsync());
        Assert.Equal("portal-nonce-used", await (await office.Http.SendAsync(PortalStore.Signed(body, now, "mot-lan-duy-nhat-1"))).RefusalAsync());
        await office.RestartAsync();
        Assert.Equal("portal-nonce-used", await (await office.Http.SendAsync(PortalStore.Signed(body, now, "mot-lan-duy-nhat-1"))).RefusalAsync());
    }

    [Fact]
    public async Task A_used_nonce_is_kept_as_long_as_its_time_would_pass_and_thrown_away_two_days_later()
    {
        await using var store = await PortalStore.StartAsync();
        await using var office = await Office.OpenAsync("2026-11-20T02:00Z", store.Settings);
        await office.Http.SendAsync(PortalStore.Signed(BodyOf(office), office.Clock.GetUtcNow(), "mot-lan-duy-nhat-1"));

        await office.RunTimerAsync(nameof(ReconcilePortal));
        Assert.Single(await NoncesAsync(office));

        office.Clock.Advance(TimeSpan.FromDays(2));
        await office.RunTimerAsync(nameof(ReconcilePortal));
        Assert.Empty(await NoncesAsync(office));
    }

    private static async Task<List<TableRow>> NoncesAsync(Office office) => await office.The<ITables>()[Tables.Requests].WalkAllAsync(default)
        .Where(row => row.Partition.StartsWith("portal-nonce-", StringComparison.Ordinal)).ToListAsync();

    [Fact]
    public async Task Whoever_keeps_guessing_has_to_wait_and_without_keys_nobody_files()
    {
        await using var office = await Office.OpenAsync();
        var codes = new List<string?>();
        for (var n = 0; n < 60; n++)
        {
            codes.Add(await (await PortalStore.SendAsync(office, PortalFilingTests.Birth(office))).RefusalAsync());
        }

        Assert.Equal("portal-signature-wrong", codes[0]);
        Assert.Equal("too-many-attempts", codes[^1]);
    }

    private static byte[] BodyOf(Office office) => JsonSerializer.SerializeToUtf8Bytes(PortalFilingTests.Birth(office), OfficeJson.Options);
}
