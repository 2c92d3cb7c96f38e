using System.Net;
using PublicAdmin.Dossiers;
using PublicAdmin.Platform.Http;
using PublicAdmin.Processing.Deciding;
using PublicAdmin.Statistics.Anomalies;
using PublicAdmin.Statistics.Reading;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Statistics;

/// <summary>Figures that deviate are shown to those above, each with its dossiers; what is common everywhere is not odd.</summary>
public class AnomalyTests
{
    private const string Morning = "2026-11-20T02:00Z"; // A Friday.

    [Fact]
    public async Task Pauses_and_withdrawals_on_the_very_last_day_are_found_with_their_dossiers()
    {
        await using var office = await Office.OpenAsync(at: Morning);
        var place = office.OfficeOf("clerk-muong-ang");
        var early = await AcceptedAsync(office, place);
        DossierCode[] lastDay = [
            await AcceptedAsync(office, place), await AcceptedAsync(office, place), await AcceptedAsync(office, place),
            await AcceptedAsync(office, place), await AcceptedAsync(office, place), await AcceptedAsync(office, place)];

        await office.As("clerk-muong-ang").ActAsync(early, "supplement-request", Supplement);
        var owed = (await office.As("clerk-muong-ang").ReadDossierAsync(lastDay[0])).Deadline!.DueAt;
        office.Clock.Advance(owed.AddHours(-2) - office.Clock.GetUtcNow());
        foreach (var code in lastDay[..3])
        {
            await office.As("clerk-muong-ang").ActAsync(code, "supplement-request", Supplement);
        }

        foreach (var code in lastDay[3..])
        {
            await office.As("mai").ActAsync(code, "withdrawal", new WithdrawalForm("Nộp nhầm"));
        }

        await BooksTests.RollUpAsync(office);
        var found = await ReadAsync(office, "supervisor-province", "");

        await AssertListedAsync(office, found, "paused-at-last", lastDay[..3]);
        await AssertListedAsync(office, found, "closed-at-last", lastDay[3..]);
        await BooksTests.AssertBalancedAsync(office);
    }

    [Fact]
    public async Task Results_of_one_minute_and_reasons_copied_out_are_found_and_a_few_are_not()
    {
        await using var office = await Office.OpenAsync(at: Morning);
        var place = office.OfficeOf("clerk-muong-ang");
        for (var n = 0; n < 11; n++)
        {
            var code = await AcceptedAsync(office, place);
            await office.As("clerk-muong-ang").ActAsync(code, "supplement-request", n % 2 is 0 ? Supplement : Copied);
            office.Clock.Advance(TimeSpan.FromMinutes(2));
        }

        var few = await AfterAsync(office, results: 4, minutes: 2);
        var more = await AfterAsync(office, results: 5, minutes: 0);

        Assert.Equal(["same-reason"], few);
        Assert.Equal(["one-minute", "same-reason"], more);
    }

    [Fact]
    public void What_is_as_common_elsewhere_is_not_odd()
    {
        var rule = AnomalyRules.Current.Rules.First(one => one.Code == "resolved-at-last");

        Assert.True(rule.IsOdd(20, 100, 10, 1_000));
        Assert.False(rule.IsOdd(20, 100, 200, 1_000)); // A fifth everywhere.
        Assert.False(rule.IsOdd(2, 4, 0, 1_000)); // Too few to say anything.
        Assert.False(rule.IsOdd(5, 100, 0, 1_000)); // A small share.
    }

    [Fact]
    public void Every_rule_counts_numbers_there_are() => Assert.All(
        AnomalyRules.Current.Rules.SelectMany(rule => rule.Part.Concat(rule.Whole).Concat(rule.Less ?? [])),
        number => Assert.True(FactNumbers.IsKnown(number), number));

    [Theory]
    [InlineData("supervisor-muong-ang", true)]
    [InlineData("leader-muong-ang", true)]
    [InlineData("supervisor-muong-phang", false)]
    [InlineData("officer-muong-ang", false)]
    [InlineData("mai", false)]
    public async Task An_office_sees_its_own(string persona, bool may)
    {
        await using var office = await Office.OpenAsync(at: Morning);

        var answer = await office.As(persona).GetAsync($"/api/statistics/anomalies?office={office.OfficeOf("clerk-muong-ang")}");
        var province = await office.As(persona).GetAsync("/api/statistics/anomalies");

        Assert.Equal((may ? HttpStatusCode.OK : HttpStatusCode.Forbidden, HttpStatusCode.Forbidden), (answer.StatusCode, province.StatusCode));
    }

    private static SupplementRequestForm Supplement { get; } = new([new SupplementItem("Giấy tờ", "Thiếu thông tin", null, "Luật Hộ tịch")], "Lò Văn Hoa");

    // The same words, with a capital and without a mark.
    private static SupplementRequestForm Copied { get; } = new([new SupplementItem("Giấy tờ", "THIẾU  thong tin", null, "Luật Hộ tịch")], "Lò Văn Hoa");

    private static async Task<List<string>> AfterAsync(Office office, int results, int minutes)
    {
        for (var n = 0; n < results; n++)
        {
            await office.ProcessToTheEndAsync("muong-ang", await AcceptedAsync(office, office.OfficeOf("clerk-muong-ang")));
            office.Clock.Advance(TimeSpan.FromMinutes(minutes));
        }

        await BooksTests.RollUpAsync(office);
        var found = (await ReadAsync(office, "supervisor-province", "")).Items.Select(item => item.Rule);
        return [.. found.Where(rule => rule is "one-minute" or "same-reason").Order(StringComparer.Ordinal)];
    }

    private static async Task<DossierCode> AcceptedAsync(Office office, string place)
    {
        var code = (await office.As("mai").FileAsync(Filings.MaritalStatus(place))).Code;
        await office.As("clerk-muong-ang").ActAsync(code, "acceptance");
        return code;
    }

    private static async Task<AnomalyView> ReadAsync(Office office, string persona, string query) =>
        await Counter.ReadAsync<AnomalyView>(await office.As(persona).GetAsync($"/api/statistics/anomalies{query}"), HttpStatusCode.OK);

    private static async Task AssertListedAsync(Office office, AnomalyView found, string rule, IReadOnlyList<DossierCode> expected)
    {
        var one = Assert.Single(found.Items, item => item.Rule == rule);
        Assert.Equal(expected.Count, one.Part);
        var list = await Counter.ReadAsync<PageOf<CountedDossier>>(
            await office.As("supervisor-province").GetAsync($"/api/statistics/dossiers?office={one.Office}&number={one.Numbers[0]}&limit=100"),
            HttpStatusCode.OK);
        Assert.Equal(expected.Select(code => code.ToString()).Order(), list.Items.Select(item => item.Code.ToString()).Order());
    }
}
