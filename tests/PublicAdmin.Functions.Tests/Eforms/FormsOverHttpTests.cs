using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Eforms;

public sealed class FormsOverHttpTests
{
    [Fact]
    public async Task Anybody_reads_the_form_of_a_procedure_with_a_field_for_the_child_and_the_schema_of_its_answers()
    {
        await using var office = await Office.OpenAsync(at: "2026-11-20T02:00Z");

        var form = await office.Http.GetFromJsonAsync<JsonElement>("/api/procedures/1.001193/form");

        var child = form.GetProperty("definition").GetProperty("sections").EnumerateArray().Single(section => section.GetProperty("id").GetString() == "child");
        Assert.Contains("childName", child.GetProperty("fields").EnumerateArray().Select(field => field.GetProperty("key").GetString()));
        var schema = form.GetProperty("schema");
        Assert.Equal("https://json-schema.org/draft/2020-12/schema", schema.GetProperty("$schema").GetString());
        Assert.Contains("childName", schema.GetProperty("required").EnumerateArray().Select(key => key.GetString()));
        Assert.Contains("birth-cases", form.GetProperty("lists").EnumerateArray().Select(list => list.GetString()));
    }

    [Fact]
    public async Task A_case_fixes_what_follows_from_it_and_an_unknown_one_is_refused()
    {
        await using var office = await Office.OpenAsync(at: "2026-11-20T02:00Z");

        var form = await office.Http.GetFromJsonAsync<JsonElement>("/api/procedures/1.001193/form?case=bi-bo-roi");
        var refused = await office.Http.GetAsync("/api/procedures/1.001193/form?case=khong-co").ProblemAsync(HttpStatusCode.UnprocessableEntity);

        Assert.Equal("5", form.GetProperty("schema").GetProperty("properties").GetProperty("birthCase").GetProperty("const").GetString());
        Assert.Equal("form-case-unknown", refused.Code);
    }

    [Fact]
    public async Task A_form_is_asked_for_by_day_and_by_former_codes_and_is_kept_by_caches()
    {
        await using var office = await Office.OpenAsync(at: "2026-11-20T02:00Z");

        var before = await office.Http.GetAsync("/api/procedures/1.001193/form?day=2026-09-25").ProblemAsync(HttpStatusCode.NotFound);
        var now = await office.Http.GetAsync("/api/procedures/1.001193/form");
        var again = new HttpRequestMessage(HttpMethod.Get, "/api/procedures/1.001193/form");
        again.Headers.IfNoneMatch.Add(now.Headers.ETag!);

        Assert.Equal("form-not-found", before.Code);
        Assert.Equal(HttpStatusCode.NotModified, (await office.Http.SendAsync(again)).StatusCode);
    }

    [Fact]
    public async Task Lists_come_by_page_and_communes_by_province()
    {
        await using var office = await Office.OpenAsync(at: "2026-11-20T02:00Z");

        var ethnic = await office.Http.GetFromJsonAsync<JsonElement>("/api/lists/ethnic-groups");
        var first = await office.Http.GetFromJsonAsync<JsonElement>("/api/lists/communes?group=11&limit=40");
        var last = await office.Http.GetFromJsonAsync<JsonElement>($"/api/lists/communes?group=11&limit=40&cursor={first.GetProperty("next").GetString()}");
        var found = await office.Http.GetFromJsonAsync<JsonElement>("/api/lists/communes?group=11&q=muong%20ang");

        Assert.Equal(56, ethnic.GetProperty("items").GetArrayLength());
        Assert.Equal(45, first.GetProperty("items").GetArrayLength() + last.GetProperty("items").GetArrayLength());
        Assert.False(last.TryGetProperty("next", out _));
        Assert.Equal("03256", Assert.Single(found.GetProperty("items").EnumerateArray().ToList()).GetProperty("code").GetString());
        Assert.Equal("list-not-found", (await office.Http.GetAsync("/api/lists/none").ProblemAsync(HttpStatusCode.NotFound)).Code);
    }

    [Fact]
    public async Task All_lists_of_a_form_come_in_one_answer()
    {
        await using var office = await Office.OpenAsync(at: "2026-11-20T02:00Z");
        var form = await office.Http.GetFromJsonAsync<JsonElement>("/api/procedures/1.013978/form");
        var ids = form.GetProperty("lists").EnumerateArray().Select(id => id.GetString()).ToList();

        var answer = await office.Http.GetFromJsonAsync<JsonElement>($"/api/lists?ids={string.Join(',', ids)}");
        var unknown = await office.Http.GetAsync("/api/lists?ids=provinces,none").ProblemAsync(HttpStatusCode.NotFound);
        var nothing = await office.Http.GetAsync("/api/lists").ProblemAsync(HttpStatusCode.BadRequest);

        Assert.Contains(
            "nationalities",
            (await office.Http.GetFromJsonAsync<JsonElement>("/api/procedures/1.001193/form")).GetProperty("lists").EnumerateArray()
                .Select(id => id.GetString()));
        Assert.Equal(ids, answer.GetProperty("lists").EnumerateArray().Select(list => list.GetProperty("id").GetString()));
        Assert.Equal(("list-not-found", "query-invalid"), (unknown.Code, nothing.Code));
    }
}
