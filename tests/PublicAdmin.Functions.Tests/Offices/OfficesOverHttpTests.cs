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
        Assert.Equal(code, await CodeOf(answer));
    }

    [Theory]
    [InlineData("clerk-muong-ang")]
    [InlineData("administrator-muong-ang")] // the province keeps the list, not a commune
    public async Task Nobody_without_the_duty_enters_a_version(string persona)
    {
        await using var office = await Office.OpenAsync();

        var stranger = await office.Http.PutAsJsonAsync(Address, new { });
        var colleague = await PutAsync(office, Coming(office), persona: persona);

        Assert.Equal(HttpStatusCode.Unauthorized, stranger.StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, colleague.StatusCode);
    }

    [Fact]
    public async Task A_version_entered_today_holds_from_its_day_and_outlives_a_restart()
    {
        await using var office = await Office.OpenAsync();
        Assert.Null((await Get(office, "/api/offices/H18.61?on=2026-12-01")).Address);

        var written = await PutAsync(office, Coming(office) with { Address = "Số 1 phố Mới" });

        Assert.Equal(HttpStatusCode.Created, written.StatusCode);
        Assert.Equal("Số 1 phố Mới", (await Get(office, "/api/offices/H18.61?on=2026-12-01")).Address); // the answer kept from before gave way
        await office.RestartAsync();
        Assert.Null((await Get(office, "/api/offices/H18.61")).Address);
        Assert.Equal("Số 1 phố Mới", (await Get(office, "/api/offices/H18.61?on=2026-12-01")).Address);
    }

    [Fact]
    public async Task Of_two_administrators_with_the_same_page_open_one_learns_of_the_other()
    {
        await using var office = await Office.OpenAsync();
        var version = Coming(office);

        var first = await PutAsync(office, version);
        var twin = await PutAsync(office, version);
        var corrected = await PutAsync(office, version with { Phone = "02153000000" }, first.Headers.ETag!.Tag);
        var late = await PutAsync(office, version with { Phone = "02153111111" }, first.Headers.ETag!.Tag);

        Assert.Equal("office-version-changed", await CodeOf(twin));
        Assert.Equal(HttpStatusCode.OK, corrected.StatusCode);
        Assert.Equal(HttpStatusCode.PreconditionFailed, late.StatusCode);
        Assert.Equal("02153000000", office.The<OfficeDirectory>().Find("H18.61", Day)?.Phone);
    }

    public static TheoryData<string, string> Broken => new()
    {
        { "office-version-dates-reversed", """{"validTo":"2026-11-30"}""" },
        { "office-parent-unknown", """{"parent":"H18.998"}""" },
        { "office-unit-unknown", """{"unit":"99999"}""" },
        { "office-unit-taken", """{"unit":"03256"}""" },
        { "office-address-mismatch", """{"code":"H18.62"}""" },
        { "office-address-mismatch", """{"validFrom":"2026-12-02"}""" },
        { "body-unreadable", """{"kind":"castle"}""" },
        { "body-unreadable", """{"name":null}""" },
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public async Task A_version_that_breaks_a_rule_is_refused(string code, string change)
    {
        await using var office = await Office.OpenAsync();

        var answer = await office.As("administrator-province").PutAsync(Address, Json.Body(Json.Changed(Coming(office), change)));

        Assert.Equal(code, await CodeOf(answer));
    }

    [Theory]
    [InlineData("/api/offices/H18.61/versions/2026-11-20", "2026-11-20", "H18.61", "office-version-not-in-future")]
    [InlineData("/api/offices/12.H18/versions/2026-12-01", "2026-12-01", "12.H18", "office-code-invalid")]
    public async Task Neither_the_past_nor_a_strange_code_can_be_written(string address, string validFrom, string officeCode, string code)
    {
        await using var office = await Office.OpenAsync();
        var version = Coming(office) with { Code = officeCode, ValidFrom = DateOnly.Parse(validFrom) };

        var answer = await office.As("administrator-province").PutAsJsonAsync(address, version, OfficeJson.Options);

        Assert.Equal(code, await CodeOf(answer));
    }

    private const string Address = "/api/offices/H18.61/versions/2026-12-01";

    private static OfficeVersion Coming(Office office) => office.The<OfficeDirectory>().Find("H18.61", Day)! with { ValidFrom = Day, Reason = "Sáp nhập" };

    [Theory]
    [InlineData("\"a\"")]
    [InlineData("\"99999999999999999999\"")]
    [InlineData("W/\"1\"")]
    public async Task A_tag_nobody_gave_overwrites_nothing(string tag)
    {
        await using var office = await Office.OpenAsync();
        await PutAsync(office, Coming(office));

        Assert.Equal(HttpStatusCode.PreconditionFailed, (await PutAsync(office, Coming(office), tag)).StatusCode);
    }

    private static Task<HttpResponseMessage> PutAsync(Office office, OfficeVersion version, string? tag = null, string persona = "administrator-province")
    {
        var request = new HttpRequestMessage(HttpMethod.Put, Address) { Content = JsonContent.Create(version, options: OfficeJson.Options) };
        if (tag is not null)
        {
            request.Headers.Add("If-Match", tag);
        }

        return office.As(persona).SendAsync(request);
    }

    private static async Task<string?> CodeOf(HttpResponseMessage answer) =>
        (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString();

    private static async Task<OfficeVersion> Get(Office office, string address) =>
        (await office.Http.GetFromJsonAsync<OfficeVersion>(address, OfficeJson.Options))!;
}
