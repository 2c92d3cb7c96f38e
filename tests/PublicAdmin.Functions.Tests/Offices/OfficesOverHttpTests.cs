using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using PublicAdmin.Offices;
using PublicAdmin.Platform;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Offices;

public sealed class OfficesOverHttpTests
{
    private static readonly DateOnly Day = new(2026, 12, 1);

    [Fact]
    public async Task Anybody_lists_the_offices_and_the_second_time_costs_nothing()
    {
        await using var office = await Office.OpenAsync();

        var first = await office.Http.GetAsync("/api/offices?kind=wardCenter");
        var again = new HttpRequestMessage(HttpMethod.Get, "/api/offices?kind=wardCenter") { Headers = { IfNoneMatch = { first.Headers.ETag! } } };
        var second = await office.Http.SendAsync(again);

        Assert.Equal(3, (await first.Content.ReadFromJsonAsync<OfficeList>(OfficeJson.Options))!.Items.Count);
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        Assert.Empty(await second.Content.ReadAsByteArrayAsync());
    }

    [Theory]
    [InlineData("/api/offices?kind=castle", HttpStatusCode.BadRequest, "query-invalid")]
    [InlineData("/api/offices?kind=3", HttpStatusCode.BadRequest, "query-invalid")]
    [InlineData("/api/offices?on=20/11/2026", HttpStatusCode.BadRequest, "query-invalid")]
    [InlineData("/api/offices/H18.999", HttpStatusCode.NotFound, "office-unknown")]
    [InlineData("/api/offices/H18.61?on=2020-01-01", HttpStatusCode.NotFound, "office-unknown")]
    public async Task What_cannot_be_answered_is_refused_with_a_code(string address, HttpStatusCode status, string code)
    {
        await using var office = await Office.OpenAsync();

        var answer = await office.Http.GetAsync(address);

        Assert.Equal(status, answer.StatusCode);
        Assert.Equal(code, (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString());
    }

    [Fact]
    public async Task Nobody_without_the_duty_enters_a_version()
    {
        await using var office = await Office.OpenAsync();

        var answer = await office.Http.PutAsJsonAsync("/api/offices/H18.61/versions/2026-12-01", new { });

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Fact]
    public async Task A_version_entered_today_holds_from_its_day_and_outlives_a_restart()
    {
        await using var office = await Office.OpenAsync();
        var moved = office.The<OfficeDirectory>().Find("H18.61", Day)! with { ValidFrom = Day, Address = "Số 1 phố Mới" };

        var written = await office.The<OfficeRegister>().WriteAsync(moved, null, default);
        await office.RestartAsync();

        Assert.Null(written.Refusal);
        Assert.Null((await Get(office, "/api/offices/H18.61")).Address);
        Assert.Equal("Số 1 phố Mới", (await Get(office, "/api/offices/H18.61?on=2026-12-01")).Address);
    }

    [Fact]
    public async Task Of_two_administrators_with_the_same_page_open_one_learns_of_the_other()
    {
        await using var office = await Office.OpenAsync();
        var register = office.The<OfficeRegister>();
        var version = office.The<OfficeDirectory>().Find("H18.61", Day)! with { ValidFrom = Day };

        var first = await register.WriteAsync(version, null, default);
        var twin = await register.WriteAsync(version, null, default);
        var corrected = await register.WriteAsync(version with { Phone = "02153000000" }, first.Value.Tag, default);
        var late = await register.WriteAsync(version with { Phone = "02153111111" }, first.Value.Tag, default);

        Assert.Equal("office-version-changed", twin.Refusal?.Code);
        Assert.Null(corrected.Refusal);
        Assert.Equal("office-version-changed", late.Refusal?.Code);
        Assert.Equal("02153000000", office.The<OfficeDirectory>().Find("H18.61", Day)?.Phone);
    }

    public static TheoryData<string, string> Broken => new()
    {
        { "office-version-not-in-future", """{"validFrom":"2026-11-20"}""" },
        { "office-code-invalid", """{"code":"12.H18"}""" },
        { "office-version-dates-reversed", """{"validTo":"2026-11-30"}""" },
        { "office-parent-unknown", """{"parent":"H18.998"}""" },
        { "office-unit-unknown", """{"unit":"99999"}""" },
        { "office-unit-taken", """{"unit":"03256"}""" },
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public async Task A_version_that_breaks_a_rule_is_refused(string code, string change)
    {
        await using var office = await Office.OpenAsync();
        var good = office.The<OfficeDirectory>().Find("H18.61", Day)! with { ValidFrom = Day };

        var answer = await office.The<OfficeRegister>().WriteAsync(Json.With(good, change), null, default);

        Assert.Equal(code, answer.Refusal?.Code);
    }

    private static async Task<OfficeVersion> Get(Office office, string address) =>
        (await office.Http.GetFromJsonAsync<OfficeVersion>(address, OfficeJson.Options))!;
}
