using System.Net;
using PublicAdmin.Dossiers;
using PublicAdmin.Platform.Messages;
using PublicAdmin.Portal.Outbound;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Portal;

/// <summary>Per dossier the National Portal hears every change, in order, whatever it does; and no desk waits for it.</summary>
public sealed class PortalOutboundTests
{
    [Fact]
    public async Task It_hears_of_a_dossier_first_as_new_then_as_changed_with_every_line_in_order()
    {
        await using var portal = await PortalServer.StartAsync();
        await using var office = await Office.OpenAsync("2026-11-20T02:00Z", portal.Settings);
        var code = await FileAsync(office);
        await office.As("clerk-muong-ang").ActAsync(code, "acceptance");
        await office.DeliverMessagesAsync();
        await office.As("officer-muong-ang").ActAsync(code, "taking");
        await office.DeliverMessagesAsync();

        var states = portal.Taken.Where(call => call.Service == "DongBoHoSoMC").ToList();
        Assert.Equal(["False", .. Enumerable.Repeat("True", states.Count - 1)], states.Select(call => call.IsUpdating));
        var last = states[^1].Data[0];
        Assert.Equal(
            ("4", "20261120090000", "Lò Thị Mai"),
            (last.GetProperty("TrangThaiHoSo").GetString(), last.GetProperty("NgayNopHoSo").GetString(), last.GetProperty("ChuHoSo").GetString()));
        Assert.Equal(["submitted", "accepted", "taken"], portal.LinesOf(code.ToString()).Select(line => line.GetProperty("NoiDungXuLy").GetString()));
        var entry = await Counter.ReadAsync<PortalEntry>(await office.As("clerk-muong-ang").GetAsync($"/api/dossiers/{code}/portal-ledger"), HttpStatusCode.OK);
        Assert.Equal((true, 3L, 3L, null), (entry.Known, entry.Lines, entry.Version, entry.LastError));
        Assert.Equal(1, portal.Logins);
    }

    [Fact]
    public async Task Down_for_a_day_it_is_caught_up_in_order_and_no_desk_noticed()
    {
        await using var portal = await PortalServer.StartAsync();
        await using var office = await Office.OpenAsync("2026-11-20T02:00Z", portal.Settings);
        portal.IsDown = true;
        var code = await FileAsync(office);
        await office.DeliverMessagesAsync();
        await office.As("clerk-muong-ang").ActAsync(code, "acceptance");
        await office.DeliverMessagesAsync();
        await PassAsync(office, TimeSpan.FromHours(24));
        Assert.Empty(portal.Taken);
        Assert.Empty(await office.The<IDeadLetters>().ListAsync(Queues.PortalSync, 0, 10, default));

        portal.IsDown = false;
        await PassAsync(office, TimeSpan.FromHours(3));

        Assert.Equal(["submitted", "accepted"], portal.LinesOf(code.ToString()).Select(line => line.GetProperty("NoiDungXuLy").GetString()));
        Assert.Single(portal.Taken, call => call.Service == "DongBoHoSoMC"); // States in between are merged.
    }

    [Fact]
    public async Task A_session_that_ended_is_renewed_once_and_nothing_is_lost()
    {
        await using var portal = await PortalServer.StartAsync();
        await using var office = await Office.OpenAsync("2026-11-20T02:00Z", portal.Settings);
        await FileAsync(office);
        await office.DeliverMessagesAsync();
        portal.Forget();
        var codes = new List<DossierCode>();
        for (var n = 0; n < 8; n++)
        {
            codes.Add(await FileAsync(office));
        }

        await office.DeliverMessagesAsync(atOnce: 8);

        Assert.Equal(2, portal.Logins);
        Assert.All(codes, code => Assert.Single(portal.LinesOf(code.ToString())));
    }

    [Fact]
    public async Task What_it_refuses_for_good_is_buried_for_that_dossier_alone_and_sent_again_on_request()
    {
        await using var portal = await PortalServer.StartAsync();
        await using var office = await Office.OpenAsync("2026-11-20T02:00Z", portal.Settings);
        var (bad, good) = (await FileAsync(office), await FileAsync(office));
        portal.Refuses = (bad.ToString(), "11");
        await office.DeliverMessagesAsync();

        var dead = Assert.Single(await office.The<IDeadLetters>().ListAsync(Queues.PortalSync, 0, 10, default));
        Assert.Equal("portal-refused", dead.Reason);
        Assert.Single(portal.LinesOf(good.ToString()));
        var entry = await Counter.ReadAsync<PortalEntry>(await office.As("clerk-muong-ang").GetAsync($"/api/dossiers/{bad}/portal-ledger"), HttpStatusCode.OK);
        Assert.Equal("11", entry.LastError);

        portal.Refuses = null;
        await office.The<IDeadLetters>().ReplayAsync(Queues.PortalSync, dead.Sequence, default);
        await office.DeliverMessagesAsync();

        Assert.Single(portal.LinesOf(bad.ToString()));
    }

    [Fact]
    public async Task A_line_that_breaks_after_it_took_a_call_sends_the_same_lines_again_with_their_numbers()
    {
        await using var portal = await PortalServer.StartAsync();
        await using var office = await Office.OpenAsync("2026-11-20T02:00Z", portal.Settings);
        portal.BreaksOff = true;
        var code = await FileAsync(office);
        await office.DeliverMessagesAsync();
        portal.BreaksOff = false;
        await PassAsync(office, TimeSpan.FromHours(3));

        Assert.Equal(["1"], portal.LinesOf(code.ToString()).Select(line => line.GetProperty("GhiChu").GetString()).Distinct());
    }

    private static async Task<DossierCode> FileAsync(Office office) =>
        (await office.As("mai").FileAsync(Filings.MaritalStatus(office.OfficeOf("clerk-muong-ang")))).Code;

    private static async Task PassAsync(Office office, TimeSpan time)
    {
        for (var end = office.Clock.GetUtcNow() + time; office.Clock.GetUtcNow() < end; office.Clock.Advance(TimeSpan.FromMinutes(30)))
        {
            await office.DeliverMessagesAsync();
        }

    }
}
