using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using PublicAdmin.Dossiers;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;
using PublicAdmin.Portal.Outbound;
using PublicAdmin.Portal.Reconciling;
using PublicAdmin.Statistics.Index;
using PublicAdmin.Tests.Statistics;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Portal;

/// <summary>Each night both sides are held against each other, and whatever differs is named and mended by sending it again.</summary>
public sealed class PortalReconcilingTests
{
    private const string Administrator = "administrator-province";
    private const string Day = "/api/portal/reconciliations/2026-11-20";

    [Fact]
    public async Task What_the_portal_forgot_got_wrong_or_made_up_is_listed_by_dossier_and_mended_by_sending_again()
    {
        await using var portal = await PortalServer.StartAsync();
        await using var office = await Office.OpenAsync("2026-11-20T02:00Z", portal.Settings);
        var codes = await SentAsync(office, 5);
        var history = JsonSerializer.Serialize(await office.As("clerk-muong-ang").HistoryAsync(codes[0]));
        Spoil(portal, codes);
        await NightAsync(office);

        var listed = await DifferencesAsync(office);
        Assert.Equal(
            [(codes[0].ToString(), PortalDifferenceKind.OnlyOurs), (codes[1].ToString(), PortalDifferenceKind.StatusDiffers),
                (codes[2].ToString(), PortalDifferenceKind.TimesDiffer), ("H18.99-261120-9999", PortalDifferenceKind.OnlyTheirs)],
            listed.Select(one => (one.Code, one.Kind)));
        var made = await ReadAsync(office);
        Assert.Equal((5, 5, 2, 4), (made.Ours, made.Theirs, made.Matched, made.Differences));
        Assert.Equal((5, 2), (made.Offices.Single().Ours, made.Offices.Single().Matched));
        Assert.Equal((2, 5, 2.4m, 40m), await SyncPointsAsync(office));

        var mended = await RepairAsync(office, [.. listed.Select(one => one.Code)]);
        await office.DeliverMessagesAsync();
        await NightAsync(office);

        Assert.Equal([Repaired.Sending, Repaired.Sending, Repaired.Sending, Repaired.Nothing], mended.Items.Select(one => one.Outcome));
        Assert.Equal("H18.99-261120-9999", Assert.Single(await DifferencesAsync(office)).Code);
        Assert.Equal(["submitted", "accepted"], portal.LinesOf(codes[0].ToString()).TakeLast(2).Select(line => line.GetProperty("NoiDungXuLy").GetString()));
        Assert.Equal(history, JsonSerializer.Serialize(await office.As("clerk-muong-ang").HistoryAsync(codes[0])));
    }

    // DOSSIER_SYNC of the index: alike, of how many, what of six points it is worth; and what is left of the share of online dossiers.
    private static async Task<(long, long, decimal?, decimal?)> SyncPointsAsync(Office office)
    {
        await BooksTests.RollUpAsync(office);
        var index = await Counter.ReadAsync<IndexView>(await office.Http.GetAsync("/api/statistics/index766?period=2026-11"), HttpStatusCode.OK);
        var sync = index.Lines.Single(line => line.Item.Code == "DOSSIER_SYNC");
        return (sync.Part, sync.Whole, sync.Points, index.NationalOnline);
    }

    [Fact]
    public async Task A_portal_that_is_away_leaves_the_day_unreconciled_and_the_next_night_holds_it_again()
    {
        await using var portal = await PortalServer.StartAsync();
        await using var office = await Office.OpenAsync("2026-11-20T02:00Z", portal.Settings);
        await AcceptedAsync(office);
        await office.DeliverMessagesAsync();
        portal.IsDown = true;
        await NightAsync(office);
        var away = await office.As(Administrator).GetAsync(Day).ProblemAsync(HttpStatusCode.NotFound);
        portal.IsDown = false;
        await NightAsync(office);

        Assert.Equal("portal-day-unreconciled", away.Code);
        Assert.Equal((1, 0), ((await ReadAsync(office)).Matched, (await ReadAsync(office)).Differences));
    }

    [Fact]
    public async Task An_administrator_reads_the_ledger_without_the_dossier_and_no_office_sees_the_lists_of_all()
    {
        await using var portal = await PortalServer.StartAsync();
        await using var office = await Office.OpenAsync("2026-11-20T02:00Z", portal.Settings);
        var code = await AcceptedAsync(office);
        await office.DeliverMessagesAsync();

        var ledger = await office.As(Administrator).GetFromJsonAsync<PortalEntry>($"/api/dossiers/{code}/portal-ledger", OfficeJson.Stored);
        var other = await office.As("administrator-muong-phang").GetAsync($"/api/dossiers/{code}/portal-ledger").ProblemAsync(HttpStatusCode.NotFound);
        var list = await office.As("supervisor-muong-ang").GetAsync($"{Day}/differences").ProblemAsync(HttpStatusCode.Forbidden);
        var repair = await office.As("administrator-muong-ang").PostAsJsonAsync($"{Day}/repairs", new RepairForm([code.ToString()]), OfficeJson.Options)
            .ProblemAsync(HttpStatusCode.Forbidden);

        Assert.Equal((true, 2L), (ledger!.Known, ledger.Lines));
        Assert.Equal(("dossier-not-found", "portal-whole-province", "portal-whole-province"), (other.Code, list.Code, repair.Code));
    }

    private static void Spoil(PortalServer portal, IReadOnlyList<DossierCode> codes)
    {
        portal.Holds.Remove(codes[0].ToString());
        Change(portal, codes[1], "TrangThaiHoSo", "9");
        Change(portal, codes[2], "NgayHenTra", "20301231170000");
        Change(portal, codes[3], "NgayTiepNhan", "20261120090030"); // Half a minute is none.
        portal.Holds["H18.99-261120-9999"] = portal.Holds[codes[4].ToString()];
        Change(portal, "H18.99-261120-9999", "MaHoSo", "H18.99-261120-9999");
    }

    private static async Task<IReadOnlyList<DossierCode>> SentAsync(Office office, int count)
    {
        var codes = new List<DossierCode>();
        for (var n = 0; n < count; n++)
        {
            codes.Add(await AcceptedAsync(office));
        }

        await office.DeliverMessagesAsync();
        return codes;
    }

    private static void Change(PortalServer portal, object code, string field, string value)
    {
        var held = JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(portal.Holds[code.ToString()!])!;
        held[field] = JsonSerializer.SerializeToElement(value);
        portal.Holds[code.ToString()!] = JsonSerializer.SerializeToElement(held);
    }

    private static async Task<DossierCode> AcceptedAsync(Office office)
    {
        var code = (await office.As("mai").FileAsync(Filings.MaritalStatus(office.OfficeOf("clerk-muong-ang")))).Code;
        await office.As("clerk-muong-ang").ActAsync(code, "acceptance");
        return code;
    }

    private static Task NightAsync(Office office)
    {
        office.Clock.Advance(TimeSpan.FromDays(1));
        return office.RunTimerAsync(nameof(ReconcilePortal));
    }

    private static async Task<PortalReconciliation> ReadAsync(Office office) =>
        (await office.As(Administrator).GetFromJsonAsync<PortalReconciliation>(Day, OfficeJson.Stored))!;

    private static async Task<IReadOnlyList<PortalDifference>> DifferencesAsync(Office office) =>
        (await office.As(Administrator).GetFromJsonAsync<PageOf<PortalDifference>>($"{Day}/differences", OfficeJson.Stored))!.Items;

    private static async Task<RepairAnswer> RepairAsync(Office office, IReadOnlyList<string> codes) => await Counter.ReadAsync<RepairAnswer>(
        await office.As(Administrator).PostAsJsonAsync($"{Day}/repairs", new RepairForm(codes), OfficeJson.Options), HttpStatusCode.OK);
}
