using System.Net;
using PublicAdmin.Dossiers;
using PublicAdmin.Processing.Deciding;
using PublicAdmin.Statistics.Index;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Statistics;

/// <summary>Before an act that costs the office points, the officer reads which item and how many, by the rules that count them afterwards.</summary>
public class ActCostTests
{
    private const string Morning = "2026-11-20T02:00Z";

    private static readonly SupplementRequestForm Asking =
        new([new SupplementItem("Giấy tờ", "Thiếu thông tin", null, "Luật Hộ tịch")], "Lò Văn Hoa, 0912345678");

    [Fact]
    public async Task The_second_supplement_request_is_said_to_be_late_before_it_is_sent_and_counted_so_afterwards()
    {
        await using var office = await Office.OpenAsync(at: Morning);
        var code = await TakenAsync(office);
        var first = await CostsAsync(office, "officer-muong-ang", code, Act.RequestSupplement);
        await AskedAsync(office, code);

        var second = await CostsAsync(office, "officer-muong-ang", code, Act.RequestSupplement);
        await AskedAsync(office, code);
        await office.DecideAsync("muong-ang", code);
        await BooksTests.RollUpAsync(office);
        var index = await Counter.ReadAsync<IndexView>(await office.Http.GetAsync("/api/statistics/index766?period=2026-11"), HttpStatusCode.OK);

        Assert.Empty(first);
        var cost = Assert.Single(second);
        Assert.Equal(("PROGRESS", true, 20m, 20m), (cost.Item, cost.National, cost.Points, cost.OutOf));
        Assert.Equal((20m, 20m - cost.Points), (index.Lines.Single(line => line.Item.Code == "PROGRESS").Points, index.NationalProgress));
    }

    [Fact]
    public async Task An_extension_and_a_result_after_its_day_say_what_lateness_costs_and_a_punctual_one_says_nothing()
    {
        await using var office = await Office.OpenAsync(at: Morning);
        var (code, other) = (await TakenAsync(office), await TakenAsync(office));

        var extension = await CostsAsync(office, "leader-muong-ang", code, Act.Extend);
        await office.DecideAsync("muong-ang", other);
        await BooksTests.RollUpAsync(office);
        var halved = await CostsAsync(office, "leader-muong-ang", code, Act.Extend);

        Assert.Equal([("PROGRESS", 10m), ("DOSSIER_RECEIVING_SATISFACTION", 6m)], extension.Select(cost => (cost.Item, cost.Points!.Value)));
        Assert.Equal([("PROGRESS", 10m), ("DOSSIER_RECEIVING_SATISFACTION", 2.6667m)], halved.Select(cost => (cost.Item, cost.Points!.Value)));
        Assert.Empty(await CostsAsync(office, "registrar-muong-ang", code, Act.Issue));
    }

    [Fact]
    public async Task Refusing_an_online_filing_lowers_a_share_whose_points_nobody_has_published()
    {
        await using var office = await Office.OpenAsync(at: Morning);
        var code = (await office.As("mai").FileAsync(Filings.MaritalStatus(office.OfficeOf("clerk-muong-ang")))).Code;
        await BooksTests.RollUpAsync(office);

        var cost = Assert.Single(await CostsAsync(office, "clerk-muong-ang", code, Act.Refuse));

        Assert.Equal(("ONLINE_DOSSIERS", null, null), (cost.Item, cost.Points, cost.OutOf));
    }

    [Fact]
    public async Task It_is_told_to_those_who_may_read_the_dossier_and_only_of_acts_that_are_theirs()
    {
        await using var office = await Office.OpenAsync(at: Morning);
        var code = await TakenAsync(office);

        Assert.Equal(HttpStatusCode.Forbidden, (await office.As("mai").GetAsync($"/api/dossiers/{code}/act-costs")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await office.As("clerk-muong-phang").GetAsync($"/api/dossiers/{code}/act-costs")).StatusCode);
        Assert.Empty(await CostsAsync(office, "officer-muong-ang", code, Act.Extend)); // The leader's.
    }

    private static async Task<DossierCode> TakenAsync(Office office)
    {
        var code = (await office.As("mai").FileAsync(Filings.MaritalStatus(office.OfficeOf("clerk-muong-ang")))).Code;
        await office.As("clerk-muong-ang").ActAsync(code, "acceptance");
        await office.As("officer-muong-ang").ActAsync(code, "taking");
        await BooksTests.RollUpAsync(office);
        return code;
    }

    private static async Task AskedAsync(Office office, DossierCode code)
    {
        await office.As("officer-muong-ang").ActAsync(code, "supplement-request", Asking);
        await office.As("mai").ActAsync(code, "supplement", new SupplementForm(Note: "Đã bổ sung"));
        await BooksTests.RollUpAsync(office);
    }

    private static async Task<IReadOnlyList<ActCost>> CostsAsync(Office office, string persona, DossierCode code, Act act)
    {
        var view = await Counter.ReadAsync<ActCostView>(await office.As(persona).GetAsync($"/api/dossiers/{code}/act-costs"), HttpStatusCode.OK);
        return [.. view.Items.Where(cost => cost.Act == act)];
    }
}
