using System.Net;
using System.Net.Http.Json;
using PublicAdmin.Notifications.Staff;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;
using PublicAdmin.Portal;
using PublicAdmin.Portal.Outbound;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Portal;

/// <summary>A portal that confirms nothing for two working hours is heard of once, by those who can do something about it.</summary>
public sealed class PortalSilenceTests
{
    [Theory]
    [InlineData("2026-11-20T02:00Z", "2026-11-20T03:59Z", "2026-11-20T04:00Z")]
    [InlineData("2026-11-20T09:30Z", "2026-11-23T01:29Z", "2026-11-23T01:30Z")] // Half an hour before the weekend.
    public async Task Two_working_hours_without_a_confirmation_ring_once(string filed, string before, string at)
    {
        await using var office = await Office.OpenAsync(filed, $"--Portal:Client={OfficePeople.IdOf("portal")}");
        await FileAsync(office);
        Assert.Empty(await AlarmsAsync(office, before, "administrator-province"));

        var alarm = Assert.Single(await AlarmsAsync(office, at, "administrator-province"));

        Assert.Contains("1 hồ sơ", alarm.Body, StringComparison.Ordinal);
        Assert.Single(await AlarmsAsync(office, at, "supervisor-center"));
        Assert.Single(await AlarmsAsync(office, at, "administrator-province"));
        Assert.Empty(await AlarmsAsync(office, at, "clerk-muong-ang"));
    }

    [Fact]
    public async Task What_was_confirmed_in_time_rings_nowhere()
    {
        await using var office = await Office.OpenAsync("2026-11-20T02:00Z", $"--Portal:Client={OfficePeople.IdOf("portal")}");
        var code = await FileAsync(office);
        var confirmed = new AcknowledgementForm([new ReceivedChange(code, 1)]);
        (await office.As("portal").PostAsJsonAsync("/api/portal/acknowledgements", confirmed, OfficeJson.Options)).EnsureSuccessStatusCode();
        await office.DeliverMessagesAsync();

        Assert.Empty(await AlarmsAsync(office, "2026-11-20T08:00Z", "administrator-province"));
    }

    private static async Task<string> FileAsync(Office office)
    {
        var filed = await office.As("mai").FileAsync(Filings.MaritalStatus(office.OfficeOf("clerk-muong-ang")));
        await office.DeliverMessagesAsync();
        return filed.Code.ToString();
    }

    private static async Task<IReadOnlyList<InboxLine>> AlarmsAsync(Office office, string at, string persona)
    {
        office.Clock.GoTo(DateTimeOffset.Parse(at, System.Globalization.CultureInfo.InvariantCulture));
        await office.RunTimerAsync(nameof(WatchPortal));
        var inbox = await Counter.ReadAsync<PageOf<InboxLine>>(await office.As(persona).GetAsync("/api/inbox"), HttpStatusCode.OK);
        return [.. inbox.Items.Where(item => item.Letter == "portal-silent")];
    }
}
