using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using PublicAdmin.Eforms;
using PublicAdmin.Eforms.Versions;
using PublicAdmin.Platform;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Eforms;

public sealed class FormVersionTests
{
    private const string Copy = "ban-sao-so-goc";

    [Fact]
    public async Task A_new_version_is_tried_entered_and_holds_from_its_day()
    {
        await using var office = await Office.OpenAsync(at: "2026-11-20T02:00Z");
        using var administrator = office.As("administrator-province");
        var next = Next(form => form["migration"] = Migration("""{"kind": "rename", "key": "purpose", "to": "useOfCopy"}"""));

        var trial = await administrator.PostAsJsonAsync($"/api/forms/{Copy}/trial", next);
        var entered = await administrator.PostAsJsonAsync($"/api/forms/{Copy}/versions", next);
        var later = await office.Http.GetFromJsonAsync<JsonElement>("/api/procedures/2.000908/form?day=2027-01-01");
        var today = await office.Http.GetFromJsonAsync<JsonElement>("/api/procedures/2.000908/form");

        Assert.Equal(HttpStatusCode.Created, entered.StatusCode);
        Assert.Equal(["purpose"], (await trial.ReadAsync()).GetProperty("carried").EnumerateArray().Select(key => key.GetString()));
        Assert.Equal("2", later.GetProperty("definition").GetProperty("version").GetString());
        Assert.Equal("1", today.GetProperty("definition").GetProperty("version").GetString());
    }

    [Fact]
    public async Task A_trial_counts_what_would_become_of_open_drafts_and_shows_nobodys()
    {
        await using var office = await Office.OpenAsync(at: "2026-11-20T02:00Z");
        await DraftAsync(office, "mai", new { requesterName = "Lò Thị Mai", purpose = "Vay vốn" });
        await DraftAsync(office, "thanh", new { requesterName = "Quàng Văn Thanh" });
        await DraftAsync(office, "my", new { childName = "Vừ A Páo" }, "khai-sinh");
        using var administrator = office.As("administrator-province");
        var dropped = Next(form => form["migration"] = Migration("""{"kind": "drop", "key": "purpose"}"""));

        var first = await administrator.PostAsJsonAsync($"/api/forms/{Copy}/trial", dropped);
        office.Clock.Advance(TimeSpan.FromDays(1));
        await DraftAsync(office, "thanh", new { requesterName = "Quàng Văn Thanh", purpose = "Hồ sơ" }, ifMatch: 1);
        var second = await office.As("administrator-province").PostAsJsonAsync($"/api/forms/{Copy}/trial", dropped);
        var later = await office.As("administrator-province").PostAsJsonAsync($"/api/forms/{Copy}/trial?draftsFrom=2026-12-21", dropped);

        Assert.Equal("""{"open":2,"whole":1,"inPart":1,"askedAgain":[{"key":"purpose","drafts":1}]}""", await DraftsOf(first));
        Assert.Equal("""{"open":2,"whole":0,"inPart":2,"askedAgain":[{"key":"purpose","drafts":2}]}""", await DraftsOf(second));
        Assert.Equal("""{"open":1,"whole":0,"inPart":1,"askedAgain":[{"key":"purpose","drafts":1}]}""", await DraftsOf(later));
    }

    private static async Task DraftAsync(Office office, string who, object answers, string form = Copy, int? ifMatch = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Put, $"/api/drafts/{who}-1")
        {
            Content = JsonContent.Create(new { procedure = "2.000908", form = new { }, eform = new { id = form, version = "1", answers } }),
        };
        if (ifMatch is not null)
        {
            request.Headers.Add("If-Match", $"\"{ifMatch}\"");
        }

        Assert.True((await office.As(who).SendAsync(request)).IsSuccessStatusCode);
    }

    private static async Task<string> DraftsOf(HttpResponseMessage trial) => (await trial.ReadAsync()).GetProperty("drafts").GetRawText();

    [Fact]
    public async Task A_key_that_disappears_without_a_word_is_refused_by_its_place()
    {
        await using var office = await Office.OpenAsync(at: "2026-11-20T02:00Z");
        using var administrator = office.As("administrator-province");

        var silent = administrator.PostAsJsonAsync($"/api/forms/{Copy}/versions", Next(form => form["migration"] = Migration("")));
        var refused = await silent.ProblemAsync(HttpStatusCode.UnprocessableEntity);
        var early = administrator.PostAsJsonAsync($"/api/forms/{Copy}/versions", Next(form => form["validFrom"] = "2026-11-20"));
        var past = await early.ProblemAsync(HttpStatusCode.UnprocessableEntity);

        Assert.Equal(("form-contradicts-itself", "migration.steps.purpose"), (refused.Code, refused.Field));
        Assert.Equal("form-version-not-in-future", past.Code);
    }

    [Fact]
    public void Answers_of_the_version_before_are_carried_over_and_what_is_lost_is_named()
    {
        var migration = new FormMigration("1",
        [
            new(MigrationKind.Rename, "a", "b"),
            new(MigrationKind.Drop, "c"),
            new(MigrationKind.MapList, "d", Codes: new Dictionary<string, string> { ["1"] = "mot" }),
            new(MigrationKind.MapList, "e", Codes: new Dictionary<string, string>()),
        ]);

        var carried = migration.Apply(JsonElement.Parse("""{"a": "x", "c": 1, "d": "1", "e": "9", "f": true}"""));

        Assert.Equal("""{"b":"x","d":"mot","f":true}""", JsonSerializer.Serialize(carried.Answers));
        Assert.Equal(["c", "e"], carried.Lost);
    }

    private static JsonNode Migration(string steps) => JsonNode.Parse($$"""{"from": "1", "steps": [{{steps}}]}""")!;

    // The purpose under another key, from the new year on.
    private static JsonObject Next(Action<JsonObject> change)
    {
        var form = JsonSerializer.SerializeToNode(new FormBook().Find(Copy, "1")!, OfficeJson.Options)!.AsObject();
        (form["version"], form["validFrom"]) = ("2", "2027-01-01");
        var purpose = form["sections"]!.AsArray().SelectMany(section => section!["fields"]!.AsArray()).Single(field => (string)field!["key"]! == "purpose")!;
        purpose["key"] = "useOfCopy";
        change(form);
        return form;
    }
}
