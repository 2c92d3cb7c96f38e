using System.Net;
using System.Net.Http.Headers;
using PublicAdmin.Dossiers;
using PublicAdmin.Dossiers.Rows;
using PublicAdmin.Platform.Storage;
using PublicAdmin.Portal.Outbound;
using PublicAdmin.Portal.Reconciling;
using PublicAdmin.Tests.Archive;
using PublicAdmin.Tests.Documents;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Portal;

/// <summary>The portal is told where it fetches the files of a dossier: each link once, and not for long.</summary>
public sealed class PortalLinkTests
{
    private static readonly byte[] Scan = SampleScans.Pdf(pages: 2, pixels: 2480);

    [Fact]
    public async Task Papers_and_result_are_fetched_by_links_that_are_good_once()
    {
        await using var portal = await PortalServer.StartAsync();
        await using var office = await Office.OpenAsync("2026-11-20T02:00Z", [.. portal.Settings]);
        var code = await office.CopiedAsync(Filings.CertifiedCopy(office.OfficeOf("clerk-dien-bien-phu")));

        var (paper, result) = (Told(portal, code, "TaiLieuNop"), Told(portal, code, "DanhSachGiayToKetQua"));
        var (page, signed) = (await FetchAsync(office, paper), await FetchAsync(office, result));
        var again = await FetchAsync(office, result);

        Assert.Equal(SampleScans.Png(), await page.Content.ReadAsByteArrayAsync());
        Assert.Equal("image/png", page.Content.Headers.ContentType?.MediaType);
        Assert.StartsWith("%PDF", await signed.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.Gone, "portal-link-used"), (again.StatusCode, await again.RefusalAsync()));
        var looked = (await office.The<AccessLog>().ListAsync(code, default)).Select(entry => entry.Purpose).Order();
        Assert.Equal([PortalDelivery.Fetched, PortalDelivery.Refused], looked.Where(purpose => purpose.StartsWith("portal-file", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task No_result_is_told_before_it_is_returned_and_each_message_brings_links_of_its_own()
    {
        await using var portal = await PortalServer.StartAsync();
        await using var office = await Office.OpenAsync("2026-11-20T02:00Z", portal.Settings);
        await office.CopiedAsync(Filings.CertifiedCopy(office.OfficeOf("clerk-dien-bien-phu")));

        var states = portal.Taken.Where(call => call.Service == PortalMessages.Synchronise).Select(call => call.Data[0]).ToList();

        Assert.All(states, state => Assert.Equal(
            state.GetProperty("TrangThaiHoSo").GetString() is "10" ? 1 : 0, state.GetProperty("DanhSachGiayToKetQua").GetArrayLength()));
        var links = states.Select(state => state.GetProperty("TaiLieuNop")[0].GetProperty("DuongDanTaiTepTin").GetString()).ToList();
        Assert.Equal(links.Count, links.Distinct().Count());
    }

    [Fact]
    public async Task Who_was_cut_off_goes_on_with_the_rest_and_nobody_else()
    {
        await using var portal = await PortalServer.StartAsync();
        await using var office = await Office.OpenAsync("2026-11-20T02:00Z", [.. portal.Settings, "--Http:TrustedProxies=1"]);
        var code = await FiledAsync(office);
        var link = Told(portal, code, "TaiLieuNop");

        var begun = await FetchAsync(office, link, "bytes=0-999");
        var stranger = await FetchAsync(office, link, "bytes=1000-", "198.51.100.7");
        var rest = await FetchAsync(office, link, "bytes=1000-");
        var again = await FetchAsync(office, link, "bytes=1000-");

        byte[] whole = [.. await begun.Content.ReadAsByteArrayAsync(), .. await rest.Content.ReadAsByteArrayAsync()];
        Assert.Equal(Scan, whole);
        Assert.Equal((HttpStatusCode.Gone, HttpStatusCode.Gone), (stranger.StatusCode, again.StatusCode));
    }

    [Fact]
    public async Task An_hour_later_nothing_is_gone_on_with()
    {
        await using var portal = await PortalServer.StartAsync();
        await using var office = await Office.OpenAsync("2026-11-20T02:00Z", portal.Settings);
        var link = Told(portal, await FiledAsync(office), "TaiLieuNop");
        await FetchAsync(office, link, "bytes=0-999");
        office.Clock.Advance(TimeSpan.FromMinutes(61));

        Assert.Equal("portal-link-used", await (await FetchAsync(office, link, "bytes=1000-")).RefusalAsync());
    }

    [Fact]
    public async Task A_link_ends_after_a_day_and_a_changed_one_is_none()
    {
        await using var portal = await PortalServer.StartAsync();
        await using var office = await Office.OpenAsync("2026-11-20T02:00Z", portal.Settings);
        var link = Told(portal, await FiledAsync(office), "TaiLieuNop");

        var other = await FetchAsync(office, link.Replace("/1?", "/2?", StringComparison.Ordinal));
        var longer = await FetchAsync(office, link.Replace("until=1", "until=2", StringComparison.Ordinal));
        office.Clock.Advance(TimeSpan.FromHours(24));
        var late = await FetchAsync(office, link);

        Assert.Equal(
            ("portal-link-invalid", "portal-link-invalid", "portal-link-expired"),
            (await other.RefusalAsync(), await longer.RefusalAsync(), await late.RefusalAsync()));
    }

    [Fact]
    public async Task A_paper_that_is_not_judged_yet_uses_no_link_up()
    {
        await using var portal = await PortalServer.StartAsync();
        await using var office = await Office.OpenAsync("2026-11-20T02:00Z", portal.Settings);
        var (code, _) = await DossierPapersTests.FileBirthAsync(office, Scan);
        var link = office.The<PortalLinks>().Make(code, "1").ToString();

        var early = await FetchAsync(office, link);
        await office.DeliverMessagesAsync();
        var fetched = await FetchAsync(office, link);

        Assert.Equal(("document-not-checked", HttpStatusCode.OK), (await early.RefusalAsync(), fetched.StatusCode));
    }

    [Fact]
    public async Task Marks_of_used_links_are_thrown_away_once_their_time_is_over()
    {
        await using var portal = await PortalServer.StartAsync();
        await using var office = await Office.OpenAsync("2026-11-20T02:00Z", portal.Settings);
        await FetchAsync(office, Told(portal, await FiledAsync(office), "TaiLieuNop"));
        Assert.NotEmpty(await MarksAsync(office));
        office.Clock.Advance(TimeSpan.FromDays(3));

        await office.RunTimerAsync(nameof(ReconcilePortal));

        Assert.Empty(await MarksAsync(office));
    }

    private static Task<List<TableRow>> MarksAsync(Office office) =>
        office.The<ITables>()[Tables.Requests].ReadAllAsync(RowRange.All("portal-link-20261121"), default).ToListAsync().AsTask();

    private static async Task<DossierCode> FiledAsync(Office office)
    {
        var (code, _) = await DossierPapersTests.FileBirthAsync(office, Scan);
        await office.DeliverMessagesAsync();
        return code;
    }

    private static string Told(PortalServer portal, DossierCode code, string list) => new Uri(
        portal.Taken.Last(call => call.Code == code.ToString() && call.Service == PortalMessages.Synchronise).Data[0].GetProperty(list)[0]
            .EnumerateObject().Single(property => property.Name.StartsWith("DuongDan", StringComparison.Ordinal)).Value.GetString()!).PathAndQuery;

    private static async Task<HttpResponseMessage> FetchAsync(Office office, string link, string? range = null, string from = "203.0.113.9")
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(office.Http.BaseAddress!, new Uri(office.Http.BaseAddress!, link).PathAndQuery));
        request.Headers.Range = range is null ? null : RangeHeaderValue.Parse(range);
        request.Headers.Add("X-Forwarded-For", from);
        return await office.Http.SendAsync(request);
    }
}
