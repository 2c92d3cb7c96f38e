using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using PublicAdmin.Platform;
using PublicAdmin.Procedures;
using PublicAdmin.Procedures.Search;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Procedures;

public sealed class ProceduresOverHttpTests
{
    private static readonly DateOnly Day = new(2026, 12, 1);

    [Fact]
    public async Task Pages_by_cursor_show_every_procedure_once()
    {
        await using var office = await Office.OpenAsync();
        var seen = new List<string>();
        string? next = "";
        while (next is not null)
        {
            var page = (await office.Http.GetFromJsonAsync<ProcedureList>($"/api/procedures?limit=7&cursor={next}", OfficeJson.Options))!;
            seen.AddRange(page.Items.Select(procedure => procedure.Code));
            next = page.Next;
        }

        Assert.Equal(26, seen.Count);
        Assert.Equal(seen.Distinct().Order(StringComparer.Ordinal), seen);
    }

    [Theory]
    [InlineData("q=khai%20sinh&sector=HT", "1.001193")]
    [InlineData("q=%C4%91%C4%83ng%20k%C3%BD%20k%E1%BA%BFt%20h%C3%B4n", "1.000894")]
    [InlineData("sector=DD", "1.013978")]
    [InlineData("level=province", "2.000286")]
    public async Task A_citizen_finds_a_procedure(string query, string code)
    {
        await using var office = await Office.OpenAsync();

        var page = await office.Http.GetFromJsonAsync<ProcedureList>($"/api/procedures?{query}", OfficeJson.Options);

        Assert.Contains(page!.Items, procedure => procedure.Code == code);
        Assert.True(page.Items.Count < 26);
    }

    [Fact]
    public async Task What_is_only_from_memory_is_marked_where_a_reader_sees_it()
    {
        await using var office = await Office.OpenAsync();

        var detail = await office.Http.GetFromJsonAsync<JsonElement>("/api/procedures/1.001776");

        var sources = detail.GetProperty("procedure").GetProperty("sources").EnumerateArray();
        Assert.Contains(sources, source => source.GetProperty("certainty").GetString() == "memoryLow" && source.GetProperty("fields")[0].GetString() == "term");
    }

    [Theory]
    [InlineData("2.000815/fee?channel=counter&pages=3&copies=2", 10_000)]
    [InlineData("1.004222/fee", 10_000)]
    [InlineData("1.001193/fee", 0)]
    [InlineData("1.001193/fee?case=qua-han", null)] // charged, amount not known
    public async Task A_citizen_asks_what_it_would_cost(string question, int? total)
    {
        await using var office = await Office.OpenAsync();

        var quote = await office.Http.GetFromJsonAsync<FeeQuote>($"/api/procedures/{question}", OfficeJson.Options);

        Assert.Equal(total, quote!.Total);
        Assert.Equal(total is not null, quote.IsKnown);
    }

    [Theory]
    [InlineData("?on=2025-12-31", "2025-07-01")]
    [InlineData("", "2026-01-01")]
    [InlineData("?version=2025-07-01", "2025-07-01")]
    public async Task A_procedure_is_shown_as_it_is_today_on_a_day_or_in_a_version(string query, string version)
    {
        await using var office = await Office.OpenAsync();

        var detail = await office.Http.GetFromJsonAsync<JsonElement>($"/api/procedures/1.000894{query}");

        Assert.Equal(version, detail.GetProperty("procedure").GetProperty("version").GetString());
    }

    [Theory]
    [InlineData("/api/procedures/9.999999", HttpStatusCode.NotFound, "procedure-not-found")]
    [InlineData("/api/procedures/1.000894?version=2024-01-01", HttpStatusCode.NotFound, "procedure-not-found")]
    [InlineData("/api/procedures/9.999999/fee", HttpStatusCode.NotFound, "procedure-not-found")]
    [InlineData("/api/procedures/2.000815/fee?copies=0", HttpStatusCode.BadRequest, "query-invalid")]
    [InlineData("/api/procedures/2.000815/fee?channel=pigeon", HttpStatusCode.BadRequest, "query-invalid")]
    [InlineData("/api/procedures?limit=0", HttpStatusCode.BadRequest, "query-invalid")]
    [InlineData("/api/procedures?limit=101", HttpStatusCode.BadRequest, "query-invalid")]
    [InlineData("/api/procedures?level=village", HttpStatusCode.BadRequest, "query-invalid")]
    public async Task What_cannot_be_answered_is_refused_with_a_code(string address, HttpStatusCode status, string code)
    {
        await using var office = await Office.OpenAsync();

        var answer = await office.Http.GetAsync(address);

        Assert.Equal(status, answer.StatusCode);
        Assert.Equal(code, (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString());
    }

    [Fact]
    public async Task A_version_entered_today_holds_from_its_day_and_outlives_a_restart()
    {
        await using var office = await Office.OpenAsync();
        var version = Coming(office) with { Term = new(Term.WorkingDays(7)) };

        var written = await PostAsync(office, Json.Changed(version, "{}"));
        var twin = await PostAsync(office, Json.Changed(version, "{}"));
        await office.RestartAsync();

        Assert.Equal(HttpStatusCode.Created, written.StatusCode);
        Assert.Equal("procedure-version-changed", await CodeOf(twin));
        Assert.Equal(10, office.The<ProcedureCatalogue>().Find("1.014027", Day.AddDays(-1))!.Term.Normal.Value);
        Assert.Equal(7, office.The<ProcedureCatalogue>().Find("1.014027", Day)!.Term.Normal.Value);
    }

    [Fact]
    public async Task An_administrator_sees_every_version_with_the_tag_to_correct_one_by()
    {
        await using var office = await Office.OpenAsync();
        await PostAsync(office, Json.Changed(Coming(office), "{}"));

        var versions = await office.As("administrator-province").GetFromJsonAsync<ProcedureVersions>($"{Address}", OfficeJson.Options);
        var corrected = await PostAsync(office, Json.Changed(Coming(office), """{"note":{"vi":"Mới","en":"New"}}"""), versions!.Items[^1].Tag);

        Assert.Equal([null, "2026-12-01"], versions.Items.Select(item => item.Tag is null ? null : item.Version.Version));
        Assert.Equal(HttpStatusCode.OK, corrected.StatusCode);
        Assert.Equal("New", office.The<ProcedureCatalogue>().Find("1.014027", Day)!.Note!.En);
    }

    [Theory]
    [InlineData("clerk-muong-ang")]
    [InlineData("administrator-muong-ang")] // one catalogue for the province
    public async Task Nobody_without_the_duty_enters_a_version(string persona)
    {
        await using var office = await Office.OpenAsync();

        var answer = await PostAsync(office, Json.Changed(Coming(office), "{}"), persona: persona);

        Assert.Equal("not-your-task", await CodeOf(answer));
    }

    public static TheoryData<string, string> Broken => new()
    {
        { "procedure-version-not-in-future", """{"validFrom":"2026-11-20"}""" },
        { "procedure-code-invalid", """{"code":"1.014028"}""" },
        { "procedure-components-invalid", """{"components":[{"id":"a","name":{"vi":"A","en":"A"},"required":true,"form":"original","database":"land"}]}""" },
        { "procedure-term-invalid", """{"term":{"normal":{"unit":"workingDays","value":0}}}""" },
        { "procedure-fees-invalid", """{"fees":[{"id":"a","name":{"vi":"A","en":"A"},"basis":"perCase"}]}""" },
        { "procedure-competence-invalid", """{"competence":{"rule":"namedOffice","office":"H18.999"}}""" },
        { "procedure-mode-invalid", """{"mode":{"kind":"partial"}}""" },
        { "procedure-source-missing", """{"sources":[]}""" },
        { "body-unreadable", """{"level":"village"}""" },
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public async Task A_version_that_breaks_a_rule_is_refused(string code, string change)
    {
        await using var office = await Office.OpenAsync();

        Assert.Equal(code, await CodeOf(await PostAsync(office, Json.Changed(Coming(office), change))));
    }

    private const string Address = "/api/procedures/1.014027/versions";

    private static ProcedureVersion Coming(Office office) => office.The<ProcedureCatalogue>().Find("1.014027", Day)! with { ValidFrom = Day };

    private static Task<HttpResponseMessage> PostAsync(Office office, JsonObject body, string? tag = null, string persona = "administrator-province")
    {
        var request = new HttpRequestMessage(HttpMethod.Post, Address) { Content = Json.Body(body) };
        if (tag is not null)
        {
            request.Headers.Add("If-Match", $"\"{tag}\"");
        }

        return office.As(persona).SendAsync(request);
    }

    private static async Task<string?> CodeOf(HttpResponseMessage answer) =>
        (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString();
}
