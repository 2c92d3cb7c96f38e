using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using PublicAdmin.Deadlines;
using PublicAdmin.Platform;
using PublicAdmin.Procedures;
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
        var version = office.The<ProcedureCatalogue>().Find("1.014027", Day)! with { ValidFrom = Day, Term = new(Term.WorkingDays(7)) };

        var written = await office.The<ProcedureRegister>().WriteAsync(version, null, default);
        var twin = await office.The<ProcedureRegister>().WriteAsync(version, null, default);
        await office.RestartAsync();

        Assert.Null(written.Refusal);
        Assert.Equal("procedure-version-changed", twin.Refusal?.Code);
        Assert.Equal(10, office.The<ProcedureCatalogue>().Find("1.014027", Day.AddDays(-1))!.Term.Normal.Value);
        Assert.Equal(7, office.The<ProcedureCatalogue>().Find("1.014027", Day)!.Term.Normal.Value);
    }

    public static TheoryData<string, string> Broken => new()
    {
        { "procedure-version-not-in-future", """{"validFrom":"2026-11-20"}""" },
        { "procedure-code-invalid", """{"code":"1.1"}""" },
        { "procedure-components-invalid", """{"components":[{"id":"a","name":{"vi":"A","en":"A"},"required":true,"form":"original","database":"land"}]}""" },
        { "procedure-term-invalid", """{"term":{"normal":{"unit":"workingDays","value":0}}}""" },
        { "procedure-fees-invalid", """{"fees":[{"id":"a","name":{"vi":"A","en":"A"},"basis":"perCase"}]}""" },
        { "procedure-competence-invalid", """{"competence":{"rule":"namedOffice","office":"H18.999"}}""" },
        { "procedure-mode-invalid", """{"mode":{"kind":"partial"}}""" },
        { "procedure-source-missing", """{"sources":[]}""" },
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public async Task A_version_that_breaks_a_rule_is_refused(string code, string change)
    {
        await using var office = await Office.OpenAsync();
        var good = office.The<ProcedureCatalogue>().Find("1.014027", Day)! with { ValidFrom = Day };

        var answer = await office.The<ProcedureRegister>().WriteAsync(Json.With(good, change), null, default);

        Assert.Equal(code, answer.Refusal?.Code);
    }
}
