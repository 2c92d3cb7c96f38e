using System.Net;
using PublicAdmin.Embedded.DevelopmentSignIn;
using PublicAdmin.Offices;
using PublicAdmin.Platform.Http;
using PublicAdmin.Statistics;
using PublicAdmin.Statistics.Reading;
using PublicAdmin.Statistics.Rollups;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Statistics;

/// <summary>Anybody sees the totals; the dossiers behind a number are seen by whoever may open them, and they are that number.</summary>
public class PublicStatisticsTests
{
    private const string Morning = "2026-11-20T02:00Z";

    [Fact]
    public async Task Anybody_reads_the_figures_and_keeps_them_until_they_change()
    {
        await using var office = await Office.OpenAsync(at: Morning);
        var place = await OneAcceptedOneWaitingAsync(office);

        var answer = await office.Http.GetAsync("/api/statistics?period=2026-11");
        var figures = await Counter.ReadAsync<StatisticsView>(answer, HttpStatusCode.OK);

        Assert.Equal((1, 2), (figures.Total.Numbers["received"], figures.Total.Numbers["filed"]));
        Assert.Equal((1, 1), (figures.Total.Numbers["waiting"], figures.Total.Numbers["open"]));
        Assert.Equal(place, Assert.Single(figures.Lines).Code);
        Assert.Equal("public, max-age=60", answer.Headers.CacheControl!.ToString());
        var again = new HttpRequestMessage(HttpMethod.Get, "/api/statistics?period=2026-11");
        again.Headers.IfNoneMatch.Add(answer.Headers.ETag!);
        Assert.Equal(HttpStatusCode.NotModified, (await office.Http.SendAsync(again)).StatusCode);
    }

    [Fact]
    public async Task A_table_for_spreadsheets_names_every_number()
    {
        await using var office = await Office.OpenAsync(at: Morning);
        await OneAcceptedOneWaitingAsync(office);

        var csv = await office.Http.GetStringAsync("/api/statistics?period=2026-11&format=csv");

        Assert.StartsWith("code;name;carried;received;resolved;overdue;filed;", csv.TrimStart('\uFEFF'), StringComparison.Ordinal);
        Assert.Equal(3, csv.TrimEnd().Split("\r\n").Length);
    }

    [Fact]
    public async Task Thirteen_months_stand_in_the_trend_and_the_last_says_what_the_month_says()
    {
        await using var office = await Office.OpenAsync(at: Morning);
        await OneAcceptedOneWaitingAsync(office);

        var trend = await Counter.ReadAsync<TrendView>(await office.Http.GetAsync("/api/statistics/trend"), HttpStatusCode.OK);

        Assert.Equal(13, trend.Months.Count);
        Assert.Equal(("2026-11", 1), (trend.Months[^1].Month, trend.Months[^1].Figures.Numbers["open"]));
    }

    [Fact]
    public async Task Few_dossiers_of_one_procedure_in_one_commune_on_one_day_are_not_told()
    {
        await using var office = await Office.OpenAsync(at: Morning);
        var place = await OneAcceptedOneWaitingAsync(office);

        var day = await Counter.ReadAsync<StatisticsView>(
            await office.Http.GetAsync($"/api/statistics?office={place}&from=2026-11-20&to=2026-11-20"), HttpStatusCode.OK);
        var month = await Counter.ReadAsync<StatisticsView>(await office.Http.GetAsync($"/api/statistics?office={place}&period=2026-11"), HttpStatusCode.OK);

        Assert.True(Assert.Single(day.Lines).Hidden);
        Assert.Empty(day.Lines[0].Numbers);
        Assert.False(Assert.Single(month.Lines).Hidden);
    }

    [Theory]
    [InlineData("period=2026-13", "period-invalid")]
    [InlineData("from=2027-01-01&to=2027-01-02", "period-invalid")]
    [InlineData("from=2024-01-01&to=2026-01-02", "period-invalid")]
    [InlineData("view=sideways", "query-invalid")]
    [InlineData("by=colour", "query-invalid")]
    [InlineData("procedure=a%7Cb", "procedure-not-found")]
    public async Task What_cannot_be_answered_is_refused(string query, string code)
    {
        await using var office = await Office.OpenAsync(at: Morning);

        Assert.Equal(
            code, (await office.Http.GetAsync($"/api/statistics?{query}")
                .ProblemAsync(code == "procedure-not-found" ? HttpStatusCode.NotFound : HttpStatusCode.BadRequest)).Code);
    }

    [Fact]
    public async Task Every_number_has_a_definition_and_lists_as_many_dossiers_as_it_says()
    {
        await using var office = await Office.OpenAsync(at: Morning);
        await OneAcceptedOneWaitingAsync(office);
        var supervisor = office.As("supervisor-province");
        var definitions = await Counter.ReadAsync<DefinitionList>(await office.Http.GetAsync("/api/statistics/definitions"), HttpStatusCode.OK);
        var figures = await Counter.ReadAsync<StatisticsView>(await office.Http.GetAsync("/api/statistics?period=2026-11"), HttpStatusCode.OK);

        foreach (var line in figures.Lines.Append(figures.Total))
        {
            foreach (var definition in definitions.Items)
            {
                var query = $"period=2026-11&number={definition.Name}&limit=100" + (line == figures.Total ? "" : $"&office={line.Code}");
                var listed = await Counter.ReadAsync<PageOf<CountedDossier>>(await supervisor.GetAsync($"/api/statistics/dossiers?{query}"), HttpStatusCode.OK);
                Assert.Equal((definition.Name, line.Numbers.GetValueOrDefault(definition.Name)), (definition.Name, listed.Items.Count));
            }
        }

        Assert.Equal(Measures.All.Count + 4, definitions.Items.Count);
    }

    /// <summary>Every persona asks for the list of every office that has dossiers, in every view.</summary>
    [Fact]
    public async Task No_list_behind_a_number_crosses_office_or_role()
    {
        await using var office = await Office.OpenAsync(at: Morning);
        foreach (var place in new[] { "muong-ang", "muong-phang", "dien-bien-phu" })
        {
            await office.As("mai").FileAsync(Filings.MaritalStatus(office.OfficeOf($"clerk-{place}")));
        }

        await BooksTests.RollUpAsync(office);
        var codes = office.The<OfficeDirectory>().Codes.Append(CellKey.Province).ToList();
        foreach (var persona in Personas.All)
        {
            var http = office.As(persona.Key);
            foreach (var asked in codes)
            {
                var answer = await http.GetAsync($"/api/statistics/dossiers?number=filed&view=receipt{(asked is CellKey.Province ? "" : $"&office={asked}")}");
                var may = persona.Role is { } role && StatisticsScope.OfOffice.Contains(role)
                    && persona.OfficeIn(office.The<OfficeDirectory>(), new DateOnly(2026, 11, 20)) is { } own && (own == asked || own == "*");
                Assert.True(may == (answer.StatusCode is HttpStatusCode.OK), $"{persona.Key} asked for {asked}: {answer.StatusCode}");
                if (may && asked is not CellKey.Province)
                {
                    Assert.All((await Counter.ReadAsync<PageOf<CountedDossier>>(answer, HttpStatusCode.OK)).Items, item => Assert.Equal(asked, item.Receipt));
                }
            }
        }
    }

    /// <summary>The office where both lie.</summary>
    private static async Task<string> OneAcceptedOneWaitingAsync(Office office)
    {
        var place = office.OfficeOf("clerk-muong-ang");
        await office.As("mai").FileAsync(Filings.MaritalStatus(place));
        var second = (await office.As("mai").FileAsync(Filings.MaritalStatus(place))).Code;
        await office.As("clerk-muong-ang").ActAsync(second, "acceptance");
        await BooksTests.RollUpAsync(office);
        return place;
    }
}
